import dev.airgap.it.Case

Case again = Case.of(context)
context.first = again.sha256("target/files-unpack-1.0.tar")
context.lock = again.read("airgap.lock")
again.delete("store").delete("target")
return true
