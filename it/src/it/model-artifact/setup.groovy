import dev.airgap.it.Archives
import dev.airgap.it.Case
import dev.airgap.testkit.TinyModel
import java.nio.file.Files
import java.security.MessageDigest

// A Maven repository as a folder, and a module that makes a bundle; no hub.
Case begun = Case.begin(basedir, context)
TinyModel.write(begun.path("models/minilm"))
begun.write("models/small/config.json", "{\"small\": 1}")
def folder = begun.path("repository/org/example/small/1.0")
Files.createDirectories(folder)
def put = { name, bytes ->
    Files.write(folder.resolve(name), bytes)
    Files.writeString(folder.resolve(name + ".sha1"), MessageDigest.getInstance("SHA-1").digest(bytes).encodeHex().toString())
}
put("small-1.0.zip", Archives.zip(["small/": "", "small/config.json": "{\"zip\": 1}",
        "small/onnx/config.json": "{}"]))
put("small-1.0-model.jar", Archives.zip(["META-INF/": "", "META-INF/MANIFEST.MF": "x",
        "config.json": "{\"jar\": 1}"]))
put("small-1.0.tar.gz", Archives.tarGz(["./config.json": "{\"tar\": 1}", "./README.md": "x"]))
begun.write("repository/org/example/small/1.0/small-1.0.pom", "<project><modelVersion>4.0.0</modelVersion>" +
        "<groupId>org.example</groupId><artifactId>small</artifactId><version>1.0</version><packaging>pom</packaging></project>")
begun.property("it.models", begun.path("repository").toUri().toString())
return true
