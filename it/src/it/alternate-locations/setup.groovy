import dev.airgap.it.Case
import dev.airgap.testkit.Answer
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
def linux = { String name, String version, String arch ->
    WheelMaker.wheel(name, version).tags("cp311-cp311-manylinux_2_17_${arch}".toString()).build()
}
begun.index().add(linux("demo", "1.0", "x86_64"), linux("demo", "2.0", "x86_64"), WheelMaker.pure("inner", "9.9"), WheelMaker.pure("twice", "1.0"))

def page = { String name, boolean tracks, wheels ->
    wheels.each { begun.server().file("/files/" + it.fileName(), it.bytes()) }
    begun.server().serve("/simple/${name}/", Answer.html(
            (tracks ? "<meta name='pypi:tracks' content='${begun.index().url()}${name}/'>" : "")
            + wheels.collect { "<a href='/files/${it.fileName()}#sha256=${it.sha256()}'>${it.fileName()}</a>" }.join("")))
}
page("demo", true, [linux("demo", "1.0", "armv7l")])
page("inner", false, [WheelMaker.pure("inner", "1.0")])
page("twice", true, [WheelMaker.wheel("twice", "1.0").file("twice/other.py", "").build()])
return true
