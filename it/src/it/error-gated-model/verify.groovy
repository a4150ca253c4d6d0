import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("org/gated", "gated", "HF_TOKEN")
}
