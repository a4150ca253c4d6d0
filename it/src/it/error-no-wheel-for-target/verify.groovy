import dev.airgap.it.Case

Case.of(context).end {
    // The nearest wheels are named, so that the user sees whether the target or the version is to change.
    it.log().failsInSentences().says("No release of native can be used",
            "for cp311-manylinux_2_28_aarch64", "<requirement> in",
            "native 1.0 has wheels for cp312-cp312-manylinux_2_17_aarch64; none for cp311-manylinux_2_28_aarch64; it has an sdist",
            "Choose another version or target, or build a wheel of native")
}
