import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

def wheels = { lock -> (lock =~ /[a-z]+-[0-9.]+-py3-none-any\.whl/).collect().toSet() }
Case.of(context).end {
    assertThat(wheels(it.read("highest.lock")))
            .containsExactlyInAnyOrder("demo-2.0-py3-none-any.whl", "shared-1.2-py3-none-any.whl")
    assertThat(wheels(it.read("lowest.lock")))
            .containsExactlyInAnyOrder("demo-1.0-py3-none-any.whl", "shared-1.1-py3-none-any.whl")
    assertThat(wheels(it.read("airgap.lock")))
            .containsExactlyInAnyOrder("demo-1.0-py3-none-any.whl", "shared-1.2-py3-none-any.whl")
}
