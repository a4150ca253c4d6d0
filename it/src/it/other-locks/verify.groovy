import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.read("lock-1"))
            .contains('name = "app-needs"\nversion = "1.0"', 'dependencies = ["native"]', 'name = "more"')
            .doesNotContain('"2.0"', 'name = "app"')
    // Poetry's lock tells no addresses: the index's page does. Its dev group stays out.
    assertThat(it.read("lock-2")).contains('name = "native"', "/files/native-1.0-").doesNotContain('name = "more"')
    assertThat(it.read("lock-3")).contains('name = "more"\nversion = "1.0"').doesNotContain('name = "native"')
    // What can't be served is said, and the lock that was there stays.
    it.log(4).says("The lock has no wheel of native 1.0 for cp311-manylinux_2_28_aarch64", "uv.lock",
            "native-1.0-cp311-cp311-manylinux_2_17_x86_64.whl").failsInSentences()
    assertThat(it.read("airgap.lock")).isEqualTo(it.read("lock-3"))
}
