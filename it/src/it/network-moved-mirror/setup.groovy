import dev.airgap.it.Case
import dev.airgap.testkit.SimpleIndexServer
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
def wheels = [WheelMaker.pure("demo", "1.0", "helper>=1"), WheelMaker.pure("helper", "1.2")]
begun.index()
for (name in ["a", "b"]) {
    def mirror = SimpleIndexServer.start()
    wheels.each { mirror.add(it) }
    context.put(name, mirror)
    begun.write("settings-${name}.xml", begun.read("settings.xml").replace("MIRROR", mirror.url().toString()))
}
return true
