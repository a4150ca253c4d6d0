import dev.airgap.it.Case
import dev.airgap.testkit.HubRepo

Case.begin(basedir, context).hub().add(
        HubRepo.model("org/name").file("config.json", "{}").claimed("model.safetensors", 900_000_000_000_000L))
return true
