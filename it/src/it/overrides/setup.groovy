import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.index().add(
        WheelMaker.pure("demo", "1.0", "shared<2", "window-kit>=1"),
        WheelMaker.pure("shared", "1.0"),
        WheelMaker.pure("shared", "2.0"),
        WheelMaker.pure("window-kit", "1.0"))
begun.write("requirements.txt", "demo\nshared<2\nWindow_Kit\n")
begun.write("overrides.txt", "# what was tested together\nshared==2.0\n")
begun.write("twice.txt", "shared==1.0\nshared==2.0\n")
return true
