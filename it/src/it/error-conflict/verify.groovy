import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("left and right cannot be had together for cp311-manylinux_2_28_x86_64",
            "<requirement> in", "left 1.0 needs shared<2", "right 1.0 needs shared>=2",
            "no release of shared matches", "the releases are 1.0 and 2.0", "Loosen one of these requirements.")
}
