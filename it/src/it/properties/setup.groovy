import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
        .property("airgap.requirements", "demo<1")
        .property("airgap.targets", "cp312-musllinux_1_2_aarch64")
        .property("airgap.output", "out/mine.tar")
begun.index().add(
        WheelMaker.pure("demo", "1.0", "helper>=1"),
        WheelMaker.pure("demo", "0.9"),
        WheelMaker.pure("helper", "1.2"))
return true
