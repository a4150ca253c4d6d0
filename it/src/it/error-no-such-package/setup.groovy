import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case.begin(basedir, context).index().add(WheelMaker.pure("requests", "2.0"))
return true
