import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("left and right cannot be had together for cp311-manylinux_2_28_x86_64",
            "asks for left, which needs shared<2", "asks for right, which needs shared>=2", "<requirement> in",
            "Do without left or right.")
}
