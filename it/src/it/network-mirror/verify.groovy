import dev.airgap.it.Case

Case.of(context).end {
    it.tar("target/network-mirror-1.0.tar").holds("wheels/demo-1.0-py3-none-any.whl")
}
