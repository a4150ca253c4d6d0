import dev.airgap.it.Case

Case.of(context).property("airgap.models", "org/a=cache:none,org/b=cache:cache,org/c=cache:cache")
return true
