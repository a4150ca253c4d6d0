import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("The server company forbids the page of demo (403)",
            it.index().url().toString() + "demo/", "Ask for read permission there", "<id>company</id>")
}
