import dev.airgap.it.Case

Case.of(context).write("requirements.txt", "demo\nadded\n")
return true
