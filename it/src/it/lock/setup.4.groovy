import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("lock-3", begun.read("airgap.lock"))
begun.write("moved.lock", begun.read("airgap.lock"))
return true
