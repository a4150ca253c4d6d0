import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

assertThat(Case.of(context).read("airgap.lock")).isEqualTo(context.lock)
return true
