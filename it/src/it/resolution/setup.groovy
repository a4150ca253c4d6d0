import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case.begin(basedir, context).index().add(
        WheelMaker.pure("demo", "0.9", "shared>=1"),
        WheelMaker.pure("demo", "1.0", "shared>=1"),
        WheelMaker.pure("demo", "2.0", "shared>=1"),
        WheelMaker.pure("shared", "0.9"),
        WheelMaker.pure("shared", "1.1"),
        WheelMaker.pure("shared", "1.2"))
return true
