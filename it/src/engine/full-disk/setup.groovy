import dev.airgap.it.Case
import dev.airgap.it.Shell
import dev.airgap.testkit.Content
import dev.airgap.testkit.Trouble

def begun = Case.begin(basedir, context)
begun.path("store").toFile().mkdirs()
Shell.run(basedir, "mount", "-t", "tmpfs", "-o", "size=30m", "tmpfs", begun.path("store").toString())
begun.server().file("/big.bin", Content.pattern(60_000_000L), "v1").trouble("/big.bin", Trouble.withoutLength())
return true
