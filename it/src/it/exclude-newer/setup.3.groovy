import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("lock-2", begun.read("airgap.lock"))
begun.property("airgap.excludeNewer", "2020-01-01")
begun.property("airgap.upgrade", "false")
return true
