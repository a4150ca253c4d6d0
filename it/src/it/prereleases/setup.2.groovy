import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("default.lock", begun.read("airgap.lock"))
return true
