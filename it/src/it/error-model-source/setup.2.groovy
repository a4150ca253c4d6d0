import dev.airgap.it.Case

Case.of(context).property("airgap.models", "org/a=artifact:nonsense,org/b@x..y=folder:good")
return true
