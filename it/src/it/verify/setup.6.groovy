import dev.airgap.it.Case

def tar = Case.of(context).path("target/verify-1.0.tar").toFile()
def bytes = tar.bytes
def wheel = Case.of(context).tar("target/verify-1.0.tar").bytes("wheels/demo-1.0-py3-none-any.whl")
def at = Collections.indexOfSubList(bytes.toList(), wheel.toList())
bytes[at + 40] ^= 1
tar.bytes = bytes
return true
