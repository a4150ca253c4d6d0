import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker
import java.nio.file.Files

// No server at all: one folder is the index, the other is named in the requirements file.
Case begun = Case.begin(basedir, context)
def put = { folder, wheel ->
    Files.createDirectories(begun.path(folder))
    Files.write(begun.path(folder + "/" + wheel.fileName()), wheel.bytes())
}
put("wheels", WheelMaker.pure("demo", "1.0", "helper"))
put("wheels", WheelMaker.pure("demo", "1.1", "helper"))
put("wheels", WheelMaker.pure("helper", "3.0"))
put("wheels", WheelMaker.wheel("helper", "4.0").tags("cp311-cp311-win_amd64").build())
put("more", WheelMaker.pure("extra-tool", "2.5"))
// pip would take this one; here the folder before it owns the name, and the log says so.
put("late", WheelMaker.pure("demo", "2.0"))
return true
