import dev.airgap.it.Case
import dev.airgap.testkit.HubRepo
import dev.airgap.testkit.Safetensors
import dev.airgap.testkit.Trouble
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

// A first Maven is killed while all its connections wait in the middle of a file of 500 MB.
long half = 250_000_000
Case begun = Case.begin(basedir, context)
begun.hub().add(HubRepo.model("org/large").lfsOver(1_000_000).file("config.json", "{}")
    .file("model.safetensors", Safetensors.ofLength(500_000_000)).commit("large"))
context.never = new CountDownLatch(1)
begun.hub().cdn().trouble("**", Trouble.stallAfter(5_000_000, context.never).skipping(16))

File repository = new File(basedir, "../../../local-repo").canonicalFile
Process first = new ProcessBuilder(new File(mavenHome, "bin/mvn").path, "-B", "-ntp",
    "-Dmaven.repo.local=" + repository, "-Dit.hub=" + begun.hub().endpoint(),
    "-Dairgap.store=" + begun.path("store"), "airgap:bundle")
    .directory(basedir).redirectErrorStream(true).redirectOutput(new File(basedir, "first.log")).start()
def sent = { begun.hub().cdn().log().collect { it.bytes() }.sum() ?: 0L }
while (sent() < half && !first.waitFor(100, TimeUnit.MILLISECONDS)) { }
assert first.isAlive() : new File(basedir, "first.log").text
// The launcher is a shell: what it started is killed with it.
first.descendants().forEach { it.destroyForcibly() }
first.destroyForcibly().waitFor()
begun.hub().cdn().peace()
context.sent = sent()
context.asked = begun.hub().cdn().log().size()
assert !new File(basedir, "target/network-resume-1.0.tar").exists()
return true
