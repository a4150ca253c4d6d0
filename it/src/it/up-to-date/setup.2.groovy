import dev.airgap.it.Case

Case begun = Case.of(context)
context.sealed = begun.sha256("target/up-to-date-1.0.tar")
begun.index().server().clearLog()
begun.hub().server().clearLog()
return true
