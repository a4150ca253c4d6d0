import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("python:2.7-wheezy", "<platform>")
}
