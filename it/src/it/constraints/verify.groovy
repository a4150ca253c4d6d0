import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def wheels = it.tar("target/constraints-1.0.tar").names().findAll { it.startsWith("wheels/") }
    assertThat(wheels).containsExactly("wheels/demo-1.0-py3-none-any.whl", "wheels/shared-1.5-py3-none-any.whl")
    // A constraint alone brings nothing in: its package is neither locked nor asked for.
    assertThat(it.read("airgap.lock")).doesNotContain("name = \"absent\"")
    assertThat(it.index().server().log("*absent*")).isEmpty()
    it.log(2).failsInSentences().says("A constraint can't have extras", "broken.txt:2", "demo[extra]<2",
            "A constraint can't have an address", "broken.txt:3", "https://files.example/shared-1.0-py3-none-any.whl")
}
