import dev.airgap.it.Case
import dev.airgap.testkit.HubRepo

Case.begin(basedir, context).hub().add(HubRepo.model("org/name").file("config.json", "{}").file("model.safetensors", "w"))
return true
