import dev.airgap.it.Case
import dev.airgap.testkit.HubRepo

Case.begin(basedir, context).hub().endlessTree().add(HubRepo.model("org/name").file("config.json", "{}"))
return true
