import dev.airgap.it.Case

Case begun = Case.of(context)
context.lock = begun.read("airgap.lock")
begun.write("airgap.lock", context.lock.replace("name = \"demo\"", "name = \"de\\u001B[31mmo\\n[INFO] BUILD SUCCESS\""))
return true
