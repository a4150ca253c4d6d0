import dev.airgap.it.Case

Case begun = Case.of(context)
context.sealed = begun.sha256("target/model-formats-1.0.tar")
begun.delete("target").delete("store")
return true
