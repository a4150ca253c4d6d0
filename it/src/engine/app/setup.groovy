import dev.airgap.it.Case
import dev.airgap.it.Judge
import dev.airgap.it.Shell
import dev.airgap.testkit.HubRepo

import java.nio.file.Files

def sources = new File(engine)
Shell.run(sources, "./install.sh")
Shell.run(sources, "./base-image.sh", "${cache}/base.tar")
Judge.in(judgeScripts, judges)
def model = Shell.model(new File(cache), new File(judges))
def loads = Shell.loads(new File(cache), new File(judges), new File(judgeScripts), model)

def started = Case.begin(basedir, context)
started.hub().add(HubRepo.model("sentence-transformers/all-MiniLM-L6-v2").lfsOver(1000000).folder(model).commit("the model"))
        .add(HubRepo.model("example/lookup-onnx").lfs("*.onnx_data").folder(loads.resolve("onnx")).commit("a table"))
started.property("airgap.hub.url", started.hub().endpoint())
["nltk", "tiktoken", "torch", "spacy"].each { started.server().folder("/" + it + "/", loads.resolve(it)) }
started.property("it.checkpoint", loads.resolve("torch").toFile().list().first())
// spaCy's models are wheels that no index has, and the company's are behind a password.
started.server().demandBasic("/spacy/", "reader", "s3cret")
started.property("it.login", started.server().origin().replace("://", "://reader:s3cret@"))
Files.copy(new File(judgeScripts, "loaders/requirements.txt").toPath(), started.path("loaders.txt"))
return true
