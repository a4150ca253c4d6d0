import dev.airgap.it.Case

Case.of(context).end {
    // The nearest wheels are named, so that the user sees whether the target or the version is to change.
    it.log().failsInSentences().says("native", "1.0", "cp311-manylinux_2_28_aarch64", "cp312-cp312-manylinux_2_17_aarch64")
}
