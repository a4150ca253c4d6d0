import dev.airgap.it.Case
import dev.airgap.testkit.TinyModel

Case.begin(basedir, context).hub().add(TinyModel.repo("org/tiny"))
return true
