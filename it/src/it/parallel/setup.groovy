import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

// Four modules that build at once want the same wheels, and each one of its own.
Case begun = Case.begin(basedir, context)
(1..6).each { begun.index().add(WheelMaker.wheel("shared" + it, "1.0").payload(3_000_000).build()) }
["one", "two", "three", "four"].each { begun.index().add(WheelMaker.pure("only-" + it, "1.0")) }
return true
