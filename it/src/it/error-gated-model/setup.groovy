import dev.airgap.it.Case
import dev.airgap.testkit.HubRepo

Case.begin(basedir, context).hub().add(HubRepo.model("org/gated").gated().file("config.json", "{}"))
return true
