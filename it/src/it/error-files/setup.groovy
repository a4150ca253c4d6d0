import dev.airgap.it.Case

Case.begin(basedir, context)
return true
