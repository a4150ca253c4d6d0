import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("org/missing", "HF_TOKEN")
}
