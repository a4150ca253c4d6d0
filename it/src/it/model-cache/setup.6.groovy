import dev.airgap.it.Case

Case.of(context).delete("cache")
return true
