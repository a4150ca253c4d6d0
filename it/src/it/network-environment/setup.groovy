import dev.airgap.it.Case
import dev.airgap.testkit.HubRepo
import dev.airgap.testkit.Safetensors
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.index().add(WheelMaker.pure("demo", "1.0"))
def hub = begun.hub().add(HubRepo.model("org/secret").hidden().file("config.json", "{}").file("model.safetensors", Safetensors.ofLength(1000))).token("hf_t0ken")
begun.launcher(mavenHome,
        "export PIP_INDEX_URL='${begun.index().url()}'",
        "export PIP_FIND_LINKS=/wheels PIP_NO_INDEX=false",
        "export HF_ENDPOINT='${hub.endpoint()}'",
        "export HF_TOKEN=hf_t0ken")
return true
