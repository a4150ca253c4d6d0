import dev.airgap.it.Case
import dev.airgap.testkit.HubRepo
import dev.airgap.testkit.Safetensors
import dev.airgap.testkit.Trouble

// A model of 1 GB behind a line that breaks 200 times, at points that a seed chooses.
Case begun = Case.begin(basedir, context)
begun.hub().add(HubRepo.model("org/large").lfsOver(1_000_000).file("config.json", "{}")
    .file("model.safetensors", Safetensors.ofLength(1_000_000_000)).commit("large"))
def random = new Random(4711)
begun.hub().cdn().trouble("**", Trouble.cutAfter({ random.nextInt(8_000_000) as long }).times(200))
return true
