import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.of(context).delete("store").delete("target")
context.get("b").server().trouble("/*", dev.airgap.testkit.Trouble.status(410))
begun.index().add(WheelMaker.pure("demo", "1.0", "helper>=1")).add(WheelMaker.pure("helper", "1.2"))
return true
