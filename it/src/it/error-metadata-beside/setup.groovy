import dev.airgap.it.Case
import dev.airgap.testkit.Listing
import dev.airgap.testkit.Wheel
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
def lying = { String name ->
    def wheel = WheelMaker.pure(name, "1.0", "helper>=1")
    def beside = new String(wheel.metadata(), "UTF-8").replace("Requires-Dist: helper>=1\n", "")
    Listing.of(new Wheel(wheel.project(), wheel.version(), wheel.fileName(), wheel.bytes(), beside.getBytes("UTF-8"), null))
}
begun.index().add(lying("demo")).add(lying("bare").withoutHash()).add(WheelMaker.pure("helper", "1.0"))
return true
