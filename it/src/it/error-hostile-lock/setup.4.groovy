import dev.airgap.it.Case

Case.of(context).write("airgap.lock", context.lock.replace("[[package]]",
        "<<<<<<< HEAD\n[[package]]\n=======\n[[package]]\n>>>>>>> feature"))
return true
