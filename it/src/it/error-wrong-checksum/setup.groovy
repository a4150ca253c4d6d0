import dev.airgap.it.Case
import dev.airgap.testkit.Trouble
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
def wheel = WheelMaker.wheel("demo", "1.0").payload(5000).build()
begun.index().add(wheel).server().trouble("/files/*.whl", Trouble.corrupt(3000))
context.sha256 = wheel.sha256()
return true
