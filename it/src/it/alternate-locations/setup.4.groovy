import dev.airgap.it.Case
import java.nio.file.Files

Case begun = Case.of(context)
Files.copy(begun.path("airgap.lock"), begun.path("third.lock"))
return true
