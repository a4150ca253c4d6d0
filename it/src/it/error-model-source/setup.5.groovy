import dev.airgap.it.Case

Case.of(context).property("airgap.models", "org/a=artifact:org.example:absent:1.0")
return true
