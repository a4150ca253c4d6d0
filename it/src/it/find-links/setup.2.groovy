import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("first.sha256", begun.sha256("target/find-links-1.0.tar"))
begun.write("first.lock", begun.read("airgap.lock"))
begun.delete("store").delete("target")
return true
