import dev.airgap.it.Case
import dev.airgap.it.Judge
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
context.judge = Judge.in(judgeScripts, judges)
begun.property("airgap.targets", context.judge.hostTarget())
// Says which patch release of Python runs here, such as 3.11.2.
context.python = context.judge.run(begun.path("."), "python3", "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])").strip()

begun.index().add(
        WheelMaker.wheel("demo", "1.0").requires(
                "here; python_full_version == '${context.python}'".toString(),
                "elsewhere; python_full_version != '${context.python}'".toString(),
                "later; python_full_version > '${context.python}'".toString()).build(),
        WheelMaker.pure("here", "1.0"), WheelMaker.pure("elsewhere", "1.0"), WheelMaker.pure("later", "1.0"))
return true
