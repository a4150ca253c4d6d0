import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("http://index.example/simple/", "https")
}
