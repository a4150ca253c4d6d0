import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).says("BUILD SUCCESS")
    it.log(2).says("BUILD SUCCESS")
    assertThat(it.read("first.lock")).contains("demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl", "demo-1.0-cp311-cp311-manylinux_2_17_armv7l.whl")
            .doesNotContain("demo-2.0")
    // The package's index is that of the first target's wheel; the other wheel names its own.
    assertThat(it.read("first.lock").readLines().findAll { line -> line.contains("index = ") })
            .hasSize(2).anyMatch { line -> line == 'index = "wheels"' }.anyMatch { line -> line.contains("x86_64.whl") && line.contains('index = "main"') }
    it.tar("first.tar").holds(
            "wheels/demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl", "wheels/demo-1.0-cp311-cp311-manylinux_2_17_armv7l.whl")

    it.log(3).says("BUILD SUCCESS")
    assertThat(it.read("third.lock")).contains("inner-1.0-").doesNotContain("inner-9.9")
    assertThat(it.index().server().log("*inner*")).isEmpty()

    it.log(4).failsInSentences().says("different files of one name: twice-1.0-py3-none-any.whl", "<packages>twice</packages>")
}
