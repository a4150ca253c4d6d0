import dev.airgap.it.Case
import dev.airgap.testkit.Answer
import dev.airgap.testkit.WheelMaker

// Both know torch; the one that its name is given to owns it. The other never hears of it, nor this one of demo.
Case begun = Case.begin(basedir, context)
begun.index().add(WheelMaker.pure("torch", "2.0+cpu", "demo"))
def demo = WheelMaker.pure("demo", "1.0")
begun.server().file("/files/" + demo.fileName(), demo.bytes())
        .serve("/simple/demo/", Answer.html("<a href='/files/${demo.fileName()}#sha256=${demo.sha256()}'>${demo.fileName()}</a>"))
        .serve("/simple/torch/", Answer.html("<a href='/files/torch-9.9-py3-none-any.whl'>torch-9.9-py3-none-any.whl</a>"))
return true
