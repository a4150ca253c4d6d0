import dev.airgap.it.Case

Case begun = Case.of(context)
assert !begun.path("airgap.lock").toFile().exists()
return true
