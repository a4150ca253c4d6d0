import dev.airgap.it.Case

def tar = Case.of(context).path("target/verify-1.0.tar").toFile()
def bytes = tar.bytes
bytes[(int) (bytes.length / 2)] ^= 1
tar.bytes = bytes
return true
