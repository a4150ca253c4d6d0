import dev.airgap.it.Case
import java.nio.file.Files

Case begun = Case.of(context)
def tar = begun.path("target/up-to-date-1.0.tar")
context.whole = begun.sha256("target/up-to-date-1.0.tar")
def time = Files.getLastModifiedTime(tar)
def file = new RandomAccessFile(tar.toFile(), "rw")
file.seek(700)
file.write(1)
file.close()
Files.setLastModifiedTime(tar, time)
assert begun.sha256("target/up-to-date-1.0.tar") != context.whole
return true
