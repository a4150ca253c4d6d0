import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.write("settings.xml", begun.read("settings.xml").replace("MIRROR", new File(outerRepository).toURI().toString()))
begun.index().add(
        WheelMaker.pure("demo", "1.0", "helper>=1"),
        WheelMaker.pure("demo", "0.9"),
        WheelMaker.pure("helper", "1.2"))
return true
