import dev.airgap.it.Archives
import dev.airgap.it.Case
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest

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
// Archives that climb, that link, and a bundle that has another model.
def repository = begun.path("repository/org/example/evil/1.0")
Files.createDirectories(repository)
def put = { name, bytes ->
    Files.write(repository.resolve(name), bytes)
    Files.writeString(repository.resolve(name + ".sha1"), MessageDigest.getInstance("SHA-1").digest(bytes).encodeHex().toString())
}
put("evil-1.0.zip", Archives.zip(["config.json": "{}", "../up.json": "climbed"]))
put("evil-1.0.tar.gz", Archives.linking("config.json", "/etc/passwd"))
put("evil-1.0-other.zip", Archives.zip(["airgap.json": "{}",
        "models/hub/models--org--else/refs/main": commit]))
put("evil-1.0.jar", "no archive".bytes)
begun.property("it.models", begun.path("repository").toUri().toString())
return true
