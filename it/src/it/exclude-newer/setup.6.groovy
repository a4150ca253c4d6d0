import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("lock-5", begun.read("airgap.lock"))
begun.property("airgap.excludeNewer", "P1D")
begun.property("airgap.upgrade", "false")
return true
