import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case.begin(basedir, context).index().add(
        WheelMaker.pure("demo", "1.0"),
        WheelMaker.pure("demo", "2.0rc1"),
        WheelMaker.pure("early", "0.1a1"),
        WheelMaker.pure("early", "0.1a2"),
        WheelMaker.pure("picked", "1.0"),
        WheelMaker.pure("picked", "2.0b1"),
        WheelMaker.pure("picked", "2.0b2"))
return true
