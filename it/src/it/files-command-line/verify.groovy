import dev.airgap.it.Case

Case.of(context).end {
    it.tar("target/files-command-line-1.0.tar").holds("files/a.bin", "files/c.bin")
}
