import dev.airgap.it.Case
import java.nio.file.Files

Case begun = Case.of(context)
Files.copy(begun.path("airgap.lock"), begun.path("first.lock"))
Files.copy(begun.path("target/alternate-locations-1.0.tar"), begun.path("first.tar"))
return true
