import dev.airgap.it.Case
import java.nio.file.Files

Case begun = Case.of(context)
context.sealed = begun.read("airgap.lock")
def repo = begun.path("cache/models--sentence-transformers--all-MiniLM-L6-v2")
begun.write("cache/models--sentence-transformers--all-MiniLM-L6-v2/refs/main", context.repo.sha())
// As a disk loses a bit: the size stays.
def blob = repo.resolve("snapshots/" + context.repo.sha() + "/model.safetensors").toRealPath()
def bytes = Files.readAllBytes(blob)
bytes[bytes.length - 1] ^= 1
Files.write(blob, bytes)
begun.delete("target")
return true
