import dev.airgap.it.Case

Case begun = Case.of(context)
assert begun.sha256("target/up-to-date-1.0.tar") == context.sealed
return true
