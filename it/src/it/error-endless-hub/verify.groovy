import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("The hub hub lists org/name@main without end", "400 pages", it.hub().endpoint())
}
