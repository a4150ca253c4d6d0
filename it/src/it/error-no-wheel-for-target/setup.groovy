import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case.begin(basedir, context).index().add(
        WheelMaker.wheel("native", "1.0").tags("cp311-cp311-manylinux_2_17_x86_64").build(),
        WheelMaker.wheel("native", "1.0").tags("cp311-cp311-macosx_11_0_arm64").build(),
        WheelMaker.wheel("native", "1.0").tags("cp312-cp312-manylinux_2_17_aarch64").build(),
        WheelMaker.sdist("native", "1.0"))
return true
