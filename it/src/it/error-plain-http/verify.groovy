import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("http://index.example/simple/", "PIP_INDEX_URL", "https").hides("127.0.0.1:9")
}
