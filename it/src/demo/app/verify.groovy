import dev.airgap.it.Case

Case.of(context).end {
    it.log().says("left out").says("Sealed target/search-1.0.tar").says("On the closed side").says("SHA256SUMS sha256:").says("python3 -m venv app")
}
