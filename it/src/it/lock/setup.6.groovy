import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("lock-5", begun.read("airgap.lock"))
return true
