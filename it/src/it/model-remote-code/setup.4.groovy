import dev.airgap.it.Case

Case begun = Case.of(context)
context.third = begun.read("airgap.lock")
return true
