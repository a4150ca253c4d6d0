import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.tar("target/two-indexes-1.0.tar").holds("wheels/torch-2.0+cpu-py3-none-any.whl", "wheels/demo-1.0-py3-none-any.whl")
    assertThat(it.server().log("*torch*")).isEmpty()
    assertThat(it.index().server().log("*demo*")).isEmpty()
}
