import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("lock-1", begun.read("airgap.lock"))
begun.property("airgap.excludeNewer", "2026-01-31,dep=none")
begun.property("airgap.upgrade", "dep")
return true
