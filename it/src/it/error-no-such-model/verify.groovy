import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("has no model org/missing, or shows it to nobody without a token",
            "<model> in", "Correct the id", "HF_TOKEN")
}
