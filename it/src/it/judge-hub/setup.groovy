import dev.airgap.it.Case
import dev.airgap.it.Judge
import dev.airgap.testkit.TinyModel

Case begun = Case.begin(basedir, context)
context.judge = Judge.in(judgeScripts, judges)
context.repo = TinyModel.repo("sentence-transformers/all-MiniLM-L6-v2")
begun.hub().add(context.repo)
return true
