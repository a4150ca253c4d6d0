import dev.airgap.it.Case

Case begun = Case.of(context)
context.lock = begun.read("airgap.lock")
begun.write("airgap.lock", context.lock.replace('path = "config.json"', 'path = "../../config.json"'))
return true
