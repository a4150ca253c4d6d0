import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("401", "127.0.0.1", "company", "settings.xml", "<server>")
}
