import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("demo", ">=3", "2.5")
}
