package dev.airgap.hub.loader;

import dev.airgap.hub.Names;
import dev.airgap.hub.WeightNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for what a model is used with: the base of an adapter, a tokenizer for texts, a processor for pictures and sound. */
final class Companions {

    private static final Set<String> WITHOUT_VOCABULARY =
            Set.of("ByT5Tokenizer", "CanineTokenizer", "PerceiverTokenizer");

    private final Snapshot snapshot;
    private final Set<String> repos;
    private final Findings findings;

    /**
     * Takes what is looked at.
     *
     * @param repos all models of the bundle
     */
    Companions(Snapshot snapshot, Set<String> repos, Findings findings) {
        this.snapshot = snapshot;
        this.repos = repos;
        this.findings = findings;
    }

    void check() {
        base();
        JsonFile config = snapshot.json("config.json");
        boolean loaded = config.field("model_type").isThere() && hasWeightsOfTorch();
        if (config.field("architectures").isThere() && !hasWeights()) {
            findings.warn(snapshot.shown() + " is a model by its config.json and has no weights of any format;"
                    + " <includes> may have left them out.");
        }
        if (loaded && isOfTexts(config) && !hasTokenizer()) {
            findings.warn(snapshot.shown() + " is a model of texts by its config.json and has no tokenizer's file: its"
                    + " loader must find one elsewhere; <includes> may have left it out.");
        }
        if (loaded && isOfSenses(config) && !hasProcessor()) {
            findings.warn(snapshot.shown() + " is a model of pictures or sound by its config.json and has no"
                    + " preprocessor_config.json or processor_config.json: its pipeline will not load.");
        }
    }

    /** PEFT fetches the base by its name, unless the program hands it over. */
    private void base() {
        String base = snapshot.json("adapter_config.json")
                .field("base_model_name_or_path")
                .text();
        if (base.isEmpty() || repos.contains(base) || snapshot.hasFolder(base)) {
            return;
        }
        String next = Names.isRepo(base) && base.indexOf('/') > 0
                ? "add <model>" + base + "</model>, unless the program brings it."
                : "it is a folder of its maker's: the program has to bring that model.";
        findings.warn("The adapter " + snapshot.shown() + " needs the model " + Names.shown(base)
                + ", which is not in the bundle: " + next);
    }

    private boolean hasWeights() {
        WeightNames names = new WeightNames(snapshot.model());
        return snapshot.paths().stream().anyMatch(path -> names.format(path) != null);
    }

    /** GGUF holds its own tokenizer. */
    private boolean hasWeightsOfTorch() {
        for (String path : snapshot.paths()) {
            String lower = path.toLowerCase(Locale.ROOT);
            if (path.indexOf('/') < 0 && (lower.endsWith(".safetensors") || lower.endsWith(".bin"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTexts(JsonFile config) {
        return config.field("vocab_size").isThere()
                || config.field("text_config").field("vocab_size").isThere();
    }

    private static boolean isOfSenses(JsonFile config) {
        return List.of("image_size", "vision_config", "audio_config", "num_mel_bins", "feat_extract_norm").stream()
                .anyMatch(name -> config.field(name).isThere());
    }

    private boolean hasTokenizer() {
        String named =
                snapshot.json("tokenizer_config.json").field("tokenizer_class").text();
        if (WITHOUT_VOCABULARY.contains(named)) {
            return true;
        }
        for (String path : snapshot.paths()) {
            String name = Snapshot.name(path).toLowerCase(Locale.ROOT);
            boolean tokenizer = name.contains("vocab")
                    || name.contains("tokenizer") && !name.equals("tokenizer_config.json")
                    || name.endsWith(".tiktoken")
                    || name.endsWith(".spm")
                    || name.contains("bpe")
                    || name.contains("spiece")
                    || name.contains("sentencepiece")
                    || name.contains("tekken")
                    || name.contains("tokenization");
            if (tokenizer) {
                return true;
            }
        }
        return false;
    }

    private boolean hasProcessor() {
        for (String path : snapshot.paths()) {
            if (Snapshot.name(path).contains("processor")) {
                return true;
            }
        }
        return false;
    }
}
