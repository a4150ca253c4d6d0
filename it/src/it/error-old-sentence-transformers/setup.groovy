import dev.airgap.it.Case
import dev.airgap.testkit.TinyModel
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.index().add(WheelMaker.pure("sentence-transformers", "2.2.2"), WheelMaker.pure("sentence-transformers", "2.3.0"))
begun.hub().add(TinyModel.repo("sentence-transformers/all-MiniLM-L6-v2"))
return true
