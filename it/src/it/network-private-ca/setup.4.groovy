import dev.airgap.it.Case

Case begun = Case.of(context)
begun.delete("target").delete("airgap.lock").property("airgap.store", begun.path("store-4").toString())
def pip = begun.write("pip.conf", "[global]\ncert = ${begun.certificates().caPem()}\n")
begun.launcher(mavenHome, "export PIP_CONFIG_FILE='${pip}'")
return true
