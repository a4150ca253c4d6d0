import dev.airgap.it.Case

Case begun = Case.of(context)
context.sealed = begun.sha256("target/offline-1.0.tar")
begun.delete("target").index().server().clearLog()
return true
