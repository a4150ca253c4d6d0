import dev.airgap.it.Case
import dev.airgap.testkit.Trouble
import dev.airgap.testkit.WheelMaker

// The page is there, the wheel that it names is not.
Case.begin(basedir, context).index().add(WheelMaker.pure("demo", "1.0"))
        .server().trouble("/files/*.whl", Trouble.status(404))
return true
