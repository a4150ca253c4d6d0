import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.of(context)
begun.write("first.lock", begun.read("airgap.lock"))
begun.index().add(WheelMaker.pure("demo", "1.1", "helper"), WheelMaker.pure("helper", "1.3"))
// A cached page may be believed for a while; what is asked here is what the pins do when it no longer is.
begun.delete("store")
return true
