import dev.airgap.it.Case
import dev.airgap.it.Judge
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
context.judge = Judge.in(judgeScripts, judges)
begun.property("airgap.targets", context.judge.hostTarget())

begun.index().add(
        WheelMaker.wheel("demo", "1.0").requires("helper>=1").extra("fast", "speedup").script("demo = demo:main").build(),
        WheelMaker.pure("helper", "1.2"),
        WheelMaker.pure("speedup", "1.0"))
return true
