import dev.airgap.it.Case
import dev.airgap.testkit.TinyModel
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.index().add(WheelMaker.pure("demo", "1.0"))
begun.hub().add(TinyModel.repo("org/tiny"))
return true
