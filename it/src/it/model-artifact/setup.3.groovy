import dev.airgap.it.Case
import java.nio.file.Files

Case begun = Case.of(context)
begun.delete("consumer/target")
Files.walk(begun.path("store/unpacked")).withCloseable { all ->
    all.filter { it.endsWith("small/config.json") }.forEach { Files.writeString(it, "{\"zip\": 2}") }
}
return true
