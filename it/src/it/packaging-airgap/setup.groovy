import dev.airgap.it.Case
import dev.airgap.testkit.TinyModel
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.index().add(
        WheelMaker.wheel("service", "2.0").requires("native>=1", "helper; platform_machine == 'aarch64'").build(),
        WheelMaker.wheel("native", "1.1").tags("cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64").build(),
        WheelMaker.wheel("native", "1.1").tags("cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64").build(),
        WheelMaker.pure("helper", "1.2"))
begun.hub().add(TinyModel.repo("sentence-transformers/all-MiniLM-L6-v2"))
begun.server().file("/punkt_tab.zip", "PK".bytes)
return true
