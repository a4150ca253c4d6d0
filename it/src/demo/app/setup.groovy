import dev.airgap.it.Case
import dev.airgap.testkit.TinyModel

def demo = Case.begin(basedir, context)
if (hub) {
    demo.property("airgap.hub.url", hub)
} else {
    demo.hub().add(TinyModel.repo("sentence-transformers/all-MiniLM-L6-v2"))
    demo.property("airgap.hub.url", demo.hub().endpoint())
}
return true
