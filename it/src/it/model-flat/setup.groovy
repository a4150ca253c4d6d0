import dev.airgap.it.Case
import dev.airgap.it.Judge
import dev.airgap.testkit.TinyModel

// Modes are the bundle's own, whatever the user's umask is.
Case begun = Case.begin(basedir, context).launcher(mavenHome, "umask 077")
context.judge = Judge.in(judgeScripts, judges)
begun.hub().add(TinyModel.repo("sentence-transformers/all-MiniLM-L6-v2")).add(TinyModel.repo("org/other"))
return true
