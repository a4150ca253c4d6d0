import dev.airgap.it.Case

Case begun = Case.of(context).delete("store").delete("target")
context.get("a").close()
return true
