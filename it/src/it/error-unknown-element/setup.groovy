import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case.begin(basedir, context).index().add(WheelMaker.pure("demo", "1.0"))
return true
