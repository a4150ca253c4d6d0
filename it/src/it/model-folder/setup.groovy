import dev.airgap.it.Case
import dev.airgap.it.Judge
import dev.airgap.testkit.TinyModel

// No hub at all.
Case begun = Case.begin(basedir, context)
context.judge = Judge.in(judgeScripts, judges)
TinyModel.write(begun.path("models/minilm"))
begun.write("models/minilm/pytorch_model.bin", "pickled")
begun.write("models/minilm/.git/config", "[remote]")
return true
