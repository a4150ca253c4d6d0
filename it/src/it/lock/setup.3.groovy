import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("lock-2", begun.read("airgap.lock"))
begun.write("requirements.txt", "demo\nadded\n")
return true
