import dev.airgap.it.Case

Case.begin(basedir, context).server()
return true
