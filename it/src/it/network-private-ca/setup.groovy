import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context).launcher(mavenHome)
begun.secureIndex().add(WheelMaker.pure("demo", "1.0"))
return true
