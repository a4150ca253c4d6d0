import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("left", "right", "shared<2", "shared>=2")
}
