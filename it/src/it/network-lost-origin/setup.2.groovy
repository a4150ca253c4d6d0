import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.of(context).delete("store").delete("target")
begun.index().remove("demo").add(WheelMaker.wheel("demo", "1.0").file("demo/other.py", "").build())
return true
