import dev.airgap.it.Case

Case begun = Case.of(context)
begun.delete("target").delete("airgap.lock").property("airgap.store", begun.path("empty").toString())
return true
