import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.index().relativeUrls().add(WheelMaker.pure("demo", "1.0"))
def proxy = begun.proxy().demandBasic("bob", "pr0xy").all(begun.index().server().origin())
begun.launcher(mavenHome, "unset HTTP_PROXY", "export http_proxy='http://bob:pr0xy@127.0.0.1:${proxy.port()}'")
return true
