import dev.airgap.it.Case
import dev.airgap.testkit.Answer
import dev.airgap.testkit.WheelMaker

// PEP 792 in HTML: a status, and why.
Case begun = Case.begin(basedir, context)
def page = { String name, String status, String reason, wheels ->
    wheels.each { begun.server().file("/files/" + it.fileName(), it.bytes()) }
    begun.server().serve("/simple/${name}/", Answer.html(
            "<meta name='pypi:project-status' content='${status}'><meta name='pypi:project-status-reason' content='${reason}'>"
            + wheels.collect { "<a href='/files/${it.fileName()}#sha256=${it.sha256()}'>${it.fileName()}</a>" }.join("")))
}
page("demo", "archived", "Use other.", [WheelMaker.pure("demo", "1.0")])
page("evil", "quarantined", "Steals keys.", [WheelMaker.pure("evil", "6.6")])
page("app", "active", "", [WheelMaker.pure("app", "1.0"), WheelMaker.pure("app", "2.0", "evil")])
return true
