import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.index().add(WheelMaker.pure("demo", "1.0")).server().demandBasic("/", "alice", "s3cret")
begun.write("settings.xml", begun.read("settings.xml").replace("INDEX", begun.index().url().toString()))
return true
