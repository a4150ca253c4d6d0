import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case.begin(basedir, context).index().add(
        WheelMaker.pure("left", "1.0", "shared<2"),
        WheelMaker.pure("right", "1.0", "shared>=2"),
        WheelMaker.pure("shared", "1.0"),
        WheelMaker.pure("shared", "2.0"))
return true
