import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.read("first.lock")).contains("demo-1.0-py3-none-any.whl", "helper-1.2-py3-none-any.whl")
    assertThat(it.path("lock-2")).hasSameBinaryContentAs(it.path("first.lock"))
    assertThat(it.read("lock-3")).contains("added-1.0-", "demo-1.0-", "helper-1.2-")
    assertThat(it.read("moved.lock")).contains("cp311-manylinux_2_41_x86_64", "added-1.0-", "demo-1.0-", "helper-1.2-")
            .doesNotContain("manylinux_2_28")
    assertThat(it.read("lock-5")).contains("demo-1.0-", "helper-1.3-")
    assertThat(it.read("airgap.lock")).contains("demo-1.1-", "helper-1.3-")
    // Lists to install from, and not one wheel fetched.
    assertThat(it.read("target/airgap/requirements/cp311-manylinux_2_28_x86_64.txt")).contains("demo==1.1")
    assertThat(it.read("target/airgap/pylock.cp311-manylinux_2_28_x86_64.toml")).contains("url")
    assertThat(it.index().server().log("*.whl")).isEmpty()
    it.log(6).says("demo", "1.0", "1.1")
}
