import dev.airgap.it.Case
import dev.airgap.testkit.Trouble
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
def wheels = [WheelMaker.pure("demo", "1.0", "helper"), WheelMaker.pure("helper", "1.0")]
wheels.each { begun.index().add(it) }
// As where a repository of a manager was renamed: its host is the same, and what lay there is refused or gone.
begun.index().server().trouble("/old/demo*", Trouble.status(403)).trouble("/old/helper*", Trouble.status(404))
begun.write("pylock.toml", 'lock-version = "1.0"\ncreated-by = "test"\n' + wheels.collect { """
[[packages]]
name = "${it.project()}"
version = "1.0"
wheels = [
    { name = "${it.fileName()}", url = "${begun.index().server().origin()}/old/${it.fileName()}", size = ${it.bytes().length}, hashes = { sha256 = "${it.sha256()}" } },
]
""" }.join(""))
return true
