import dev.airgap.it.Case

Case.of(context).delete("models")
return true
