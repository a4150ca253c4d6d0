import dev.airgap.it.Case

Case begun = Case.of(context)
context.upgraded = begun.read("airgap.lock")
return true
