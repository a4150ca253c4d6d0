import dev.airgap.it.Case
import dev.airgap.it.Judge
import dev.airgap.it.Shell
import dev.airgap.testkit.HubRepo

def sources = new File(engine)
Shell.run(sources, "./install.sh")
Shell.run(sources, "./base-image.sh", "${cache}/base.tar")
Judge.in(judgeScripts, judges)
def model = Shell.model(new File(cache), new File(judges))

def started = Case.begin(basedir, context)
started.hub().add(HubRepo.model("sentence-transformers/all-MiniLM-L6-v2").lfsOver(1000000).folder(model).commit("the model"))
started.property("airgap.hub.url", started.hub().endpoint())
return true
