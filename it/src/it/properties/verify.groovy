import dev.airgap.it.Case

Case.of(context).end {
    def tar = it.tar("out/mine.tar")
    tar.holds("wheels/demo-0.9-py3-none-any.whl", "requirements/cp312-musllinux_1_2_aarch64.txt")
    tar.lacks("cp311-manylinux_2_28_x86_64.txt")
}
