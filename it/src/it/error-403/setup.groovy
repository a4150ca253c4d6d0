import dev.airgap.it.Case
import dev.airgap.testkit.Trouble
import dev.airgap.testkit.WheelMaker

Case.begin(basedir, context).index().add(WheelMaker.pure("demo", "1.0")).server().trouble("/*", Trouble.status(403))
return true
