import dev.airgap.it.Case
import dev.airgap.testkit.Listing
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
def listed = { String name, String version, String day, String... needs ->
    begun.index().add(Listing.of(WheelMaker.pure(name, version, needs)).uploaded(day + "T12:00:00Z"))
}
listed("demo", "1.0", "2026-01-31", "dep")
listed("demo", "2.0", "2026-02-01", "dep")
listed("dep", "1.0", "2025-06-01")
listed("dep", "2.0", "2026-03-01")
begun.index().add(WheelMaker.pure("timeless", "1.0"))
return true
