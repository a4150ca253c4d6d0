import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case.begin(basedir, context).index().add(
        WheelMaker.pure("demo", "1.0", "shared"),
        WheelMaker.pure("demo", "2.0", "shared"),
        WheelMaker.pure("shared", "1.4"),
        WheelMaker.pure("shared", "1.5"),
        WheelMaker.pure("shared", "1.6"),
        WheelMaker.pure("absent", "9.9"))
return true
