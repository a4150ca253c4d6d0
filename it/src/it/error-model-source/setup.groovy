import dev.airgap.it.Case
import java.nio.file.Files
import java.nio.file.Path

Case begun = Case.begin(basedir, context)
begun.write("good/config.json", "{}")
begun.write("links/config.json", "{}")
Files.createSymbolicLink(begun.path("links/passwd.json"), Path.of("/etc/passwd"))
Files.createSymbolicLink(begun.path("links/up.json"), Path.of("../good/config.json"))
begun.write("names/aux.json", "{}")
begun.write("names/config.json", "{}")
begun.write("names/CONFIG.json", "{}")
begun.write("cache/models--org--b/refs/main", "../../../elsewhere")
def commit = "0" * 40
begun.write("cache/models--org--c/refs/main", commit)
begun.write("cache/models--org--d/blobs/" + "a" * 40, "stolen")
def snapshot = begun.path("cache/models--org--c/snapshots/" + commit)
Files.createDirectories(snapshot)
Files.createSymbolicLink(snapshot.resolve("config.json"), Path.of("../../../models--org--d/blobs/" + "a" * 40))
return true
