import dev.airgap.it.Case

// Others read the bundle read-only; whoever tampers does not care.
def wheel = Case.of(context).path("target/airgap/bundle/wheels/demo-1.0-py3-none-any.whl").toFile()
wheel.setWritable(true)
def bytes = wheel.bytes
bytes[bytes.length - 30] ^= 1
wheel.bytes = bytes
return true
