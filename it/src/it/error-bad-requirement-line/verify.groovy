import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("requirements.txt:3", "demo >== 1")
}
