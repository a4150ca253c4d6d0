package dev.airgap.goal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Knows in which folder of nltk_data a package lies: NLTK's own index says it, at another address than its files. */
final class NltkPackages {

    private static final Map<String, String> FOLDERS = new TreeMap<>();

    static {
        put("tokenizers", "punkt punkt_tab");
        put(
                "taggers",
                "averaged_perceptron_tagger averaged_perceptron_tagger_eng averaged_perceptron_tagger_ru"
                        + " averaged_perceptron_tagger_rus maxent_treebank_pos_tagger maxent_treebank_pos_tagger_tab"
                        + " universal_tagset");
        put("chunkers", "maxent_ne_chunker maxent_ne_chunker_tab");
        put("sentiment", "vader_lexicon");
        put("stemmers", "porter_test rslp snowball_data");
        put("help", "tagsets tagsets_json");
        put("misc", "mwa_ppdb perluniprops");
        put("models", "word2vec_sample");
        put(
                "corpora",
                "abc alpino bcp47 brown cess_cat cess_esp cmudict comparative_sentences conll2000 conll2002 crubadan"
                        + " dependency_treebank europarl_raw extended_omw floresta framenet_v15 framenet_v17 gazetteers"
                        + " genesis gutenberg ieer inaugural indian lin_thesaurus mac_morpho machado movie_reviews names"
                        + " nonbreaking_prefixes nps_chat omw omw-1.4 opinion_lexicon ppattach product_reviews_1"
                        + " product_reviews_2 pros_cons ptb qc reuters rte semcor senseval sentence_polarity sentiwordnet"
                        + " shakespeare state_union stopwords subjectivity swadesh toolbox treebank twitter_samples udhr"
                        + " udhr2 verbnet verbnet3 webtext wordnet wordnet2021 wordnet2022 wordnet31 wordnet_ic words");
    }

    private NltkPackages() {}

    /**
     * Gives a package as its folder and its id.
     *
     * @param word an id, or folder and id of a package that is not listed here; null where it is none
     */
    static String place(String word) {
        if (word.matches("[a-z]+/[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
            return word;
        }
        String folder = FOLDERS.get(word);
        return folder == null ? null : folder + "/" + word;
    }

    static List<String> ids() {
        return Collections.unmodifiableList(new ArrayList<>(FOLDERS.keySet()));
    }

    private static void put(String folder, String ids) {
        for (String id : ids.split(" ", -1)) {
            FOLDERS.put(id, folder);
        }
    }
}
