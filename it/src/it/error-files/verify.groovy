import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log().failsInSentences().says("The preset tiktoken:cl100k is unknown", "Did you mean tiktoken:cl100k_base",
            "The preset nltk:punkt-tab is unknown", "nltk:punkt_tab",
            "The preset nltk:stopwords has a <path>", "The preset tiktoken:gpt2 has 2 files",
            "The preset tesseract:eng has a <path>, an <unpack>", "The value of <unpack> is unknown: maybe",
            "The value of <strip> can't be used: 1", "The value of <strip> can't be used: -1", "<file> in ")
    assertThat(it.path("airgap.lock")).doesNotExist()
}
