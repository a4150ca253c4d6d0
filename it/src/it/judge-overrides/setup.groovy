import dev.airgap.it.Case
import dev.airgap.it.Judge
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
context.judge = Judge.in(judgeScripts, judges)
begun.property("airgap.targets", context.judge.hostTarget())

begun.index().add(
        WheelMaker.pure("demo", "1.0", "shared<2", "window-kit>=1"),
        WheelMaker.pure("shared", "1.0"),
        WheelMaker.pure("shared", "2.0"),
        WheelMaker.pure("window-kit", "1.0"))
return true
