import dev.airgap.it.Case

// A newer one has come meanwhile, which no merge asks for.
Case.of(context).index().add(dev.airgap.testkit.WheelMaker.pure("demo", "2.0"))
Case.of(context).write("airgap.lock", context.lock)
return true
