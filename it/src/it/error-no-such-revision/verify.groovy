import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("org/tiny has no revision v9", "<model> in", "it has main, v1",
            "Name a branch, a tag")
}
