import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("org/gated is gated: its licence must be accepted", "<model> in",
            "Accept the licence at " + it.hub().endpoint() + "/org/gated", "HF_TOKEN")
}
