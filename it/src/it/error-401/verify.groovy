import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says(
            "The server company demands credentials for the page of demo (401)",
            it.index().url().toString() + "demo/", "settings.xml as <server> with <id>company</id>")
}
