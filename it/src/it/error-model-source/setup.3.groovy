import dev.airgap.it.Case

Case.of(context).property("airgap.models", "org/a=folder:none,org/b=folder:links,org/c=folder:names,org/d=folder:good/config.json,org/e=folder:.")
return true
