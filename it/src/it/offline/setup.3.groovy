import dev.airgap.it.Case

Case.of(context).delete("target").delete("airgap.lock")
return true
