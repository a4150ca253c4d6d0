import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context).launcher(mavenHome, "export CI=true")
begun.index().add(
        WheelMaker.pure("demo", "1.0", "helper>=1"),
        WheelMaker.pure("demo", "0.9"),
        WheelMaker.pure("helper", "1.2"),
        WheelMaker.pure("added", "1.0"))
return true
