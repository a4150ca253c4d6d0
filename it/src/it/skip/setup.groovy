import dev.airgap.it.Case

Case.begin(basedir, context).index()
return true
