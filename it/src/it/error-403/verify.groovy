import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("403", "company")
}
