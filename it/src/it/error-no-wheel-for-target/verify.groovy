import dev.airgap.it.Case

Case.of(context).end {
    // The nearest wheels are named, so that the user sees whether the target or the version is to change.
    it.log().failsInSentences().says("native cannot be had",
            "for cp311-manylinux_2_28_aarch64", "<requirement> in",
            "native 1.0 has no wheel for cp311-manylinux_2_28_aarch64, only for cp312 on that platform; it has an sdist",
            "Choose another target, since no version of native would do, or build a wheel of native")
}
