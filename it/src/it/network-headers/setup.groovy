import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.index().add(WheelMaker.pure("demo", "1.0")).filesOn(begun.server())
begun.index().server().demandHeader("/", "Private-Token", "s3cret")
return true
