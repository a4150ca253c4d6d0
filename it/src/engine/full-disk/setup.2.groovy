import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

def begun = Case.of(context)
assertThat(begun.path("airgap.lock").toFile()).doesNotExist()
assertThat(begun.path("store/sha256").toFile()).doesNotExist()
begun.server().peace().file("/big.bin", "it fits".bytes)
return true
