import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.index()
        .add(WheelMaker.wheel("web", "1.0").requires("middle", "shared").extra("fast", "speedup; platform_machine == 'x86_64'").build())
        .add(WheelMaker.pure("middle", "2.0", "shared"))
        .add(WheelMaker.pure("shared", "3.0", "deep"))
        .add(WheelMaker.pure("deep", "1.0"))
        .add(WheelMaker.wheel("speedup", "0.1").payload(20_000).requires("deep").build())
begun.write("requirements.txt", "# what it is\nweb[fast]==1.0\n")
return true
