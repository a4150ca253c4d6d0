import dev.airgap.it.Case

Case.of(context).delete("store").delete("target")
return true
