import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("lock-4", begun.read("airgap.lock"))
begun.property("airgap.excludeNewer", "P1D")
begun.property("airgap.requirements", "demo")
begun.property("airgap.upgrade", "true")
return true
