import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("lock-3", begun.read("airgap.lock"))
begun.property("airgap.excludeNewer", "2026-01-31")
begun.property("airgap.requirements", "timeless")
return true
