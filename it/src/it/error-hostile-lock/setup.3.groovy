import dev.airgap.it.Case

Case.of(context).write("airgap.lock",
        context.lock.replace("file = \"demo-1.0", "file = \"../../demo-1.0"))
return true
