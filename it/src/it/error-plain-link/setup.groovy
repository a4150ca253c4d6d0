import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.launcher(mavenHome, "export SSL_CERT_FILE='${begun.certificates().caPem()}'")
begun.secureIndex().add(WheelMaker.pure("demo", "1.0")).filesOn(begun.server())
return true
