import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
def netrc = begun.write("netrc", "default login alice password s3cret\n")
begun.launcher(mavenHome, "export NETRC='${netrc}'")
begun.index().add(WheelMaker.pure("demo", "1.0")).filesOn(begun.server())
begun.index().server().demandBasic("/", "alice", "s3cret")
return true
