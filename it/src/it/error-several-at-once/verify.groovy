import dev.airgap.it.Case

Case.of(context).end {
    // Independent faults come together: one run, one round of mending.
    it.log().failsInSentences().says("pluto:9", "missing.txt", "requirements.txt:1")
}
