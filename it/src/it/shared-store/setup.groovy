import dev.airgap.it.Case
import dev.airgap.testkit.Trouble
import dev.airgap.testkit.WheelMaker
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

// Another Maven waits in the middle of a wheel while the case's own Maven comes to need it, both with one store.
Case begun = Case.begin(basedir, context)
def big = WheelMaker.wheel("big", "1.0").payload(20_000_000).build()
begun.index().add(big, WheelMaker.pure("first", "1.0"), WheelMaker.pure("second", "1.0"))
context.open = new CountDownLatch(1)
begun.index().server().trouble("/files/big-*.whl", Trouble.stallAfter(10_000_000, context.open).times(1))

begun.write("other/pom.xml", begun.read("pom.xml").replace("shared-store", "other").replace("second", "first"))
File repository = new File(basedir, "../../../local-repo").canonicalFile
context.other = new ProcessBuilder(new File(mavenHome, "bin/mvn").path, "-B", "-ntp",
    "-Dmaven.repo.local=" + repository, "-Dit.index=" + begun.index().url(), "-Dairgap.store=" + begun.path("store"), "package")
    .directory(new File(basedir, "other")).redirectErrorStream(true)
    .redirectOutput(new File(basedir, "other.log")).start()
def half = { begun.index().server().log("/files/big-*.whl").any { it.bytes() >= 9_000_000 } }
while (!half() && !context.other.waitFor(100, TimeUnit.MILLISECONDS)) { }
assert context.other.isAlive() : new File(basedir, "other.log").text

// It goes on as soon as the case's Maven has locked what only it wants: from then on both want the wheel.
Thread.startDaemon {
    while (begun.index().server().log("*/second*").isEmpty() && !context.open.await(100, TimeUnit.MILLISECONDS)) { }
    while (!new File(basedir, "airgap.lock").exists() && !context.open.await(100, TimeUnit.MILLISECONDS)) { }
    context.open.await(2, TimeUnit.SECONDS)
    context.open.countDown()
}
return true
