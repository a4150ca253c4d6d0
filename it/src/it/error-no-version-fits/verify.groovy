import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("No release of demo matches demo>=3", "<requirement> in", "the releases are 1.0 and 2.5",
            "Ask for a version that exists.")
}
