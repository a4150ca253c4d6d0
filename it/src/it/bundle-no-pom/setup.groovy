import dev.airgap.it.Case
import dev.airgap.testkit.TinyModel
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
        .property("airgap.targets", "cp311-manylinux_2_28_x86_64")
        .property("airgap.requirements", "demo[fast,extra]>=1,<2,requirements.txt")
        .property("airgap.models", "org/tiny@v1")
begun.index().add(
        WheelMaker.wheel("demo", "1.5").extra("fast", "speedup").extra("extra", "more").build(),
        WheelMaker.pure("demo", "2.0"),
        WheelMaker.pure("speedup", "1.0"),
        WheelMaker.pure("more", "1.0"),
        WheelMaker.pure("listed", "1.0"))
begun.hub().add(TinyModel.repo("org/tiny").tag("v1"))
begun.property("airgap.index.url", begun.index().url().toString()).property("airgap.hub.url", begun.hub().endpoint())
return true
