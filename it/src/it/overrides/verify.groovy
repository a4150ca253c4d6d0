import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def wheels = it.tar("target/overrides-1.0.tar").names().findAll { it.startsWith("wheels/") }
    assertThat(wheels).contains("wheels/shared-1.0-py3-none-any.whl", "wheels/window_kit-1.0-py3-none-any.whl")
    assertThat(it.read("airgap.lock"))
            .contains('overrides = "idle<9"', '"overrides overrides.txt" = "shared==2.0"', 'exclusions = "window-kit"',
                    'name = "shared"\nversion = "2.0"', 'dependencies = ["shared"]')
            .doesNotContain('name = "window-kit"')
    it.log(1).says("requirements.txt:3 asks for window-kit, and <exclusion> in ", "pom.xml excludes it: the lock is without it",
            "The override of idle (<override> in ", "pom.xml) changes nothing")
            .says("app/bin/pip --isolated install --no-deps -r bundle/requirements/")
    it.log(2).says("demo 1.0, ", "\\- shared 2.0, ", ", overridden", "shared is overridden by overrides.txt: shared==2.0",
            "window-kit is excluded, whoever needs it")
    it.log(3).says("shared 2.0", "overridden by overrides.txt: shared==2.0", "requirements.txt asks for demo -> demo 1.0 needs shared")
    it.log(4).failsInSentences().says("The lock is without window-kit, since it is excluded", "<exclusion>")
    it.log(5).failsInSentences().says("shared==2.0 cannot be had", "overrides.txt:2 (in place of requirements.txt:2)", "-Dairgap.constraints allows only shared<2")
    it.log(6).failsInSentences().says("shared is overridden and excluded", "-Dairgap.overrides and -Dairgap.exclusions")
    it.log(7).failsInSentences().says("shared is overridden twice for cp311-manylinux_2_28_x86_64", "twice.txt:1 and twice.txt:2", "shared==1.0", "shared==2.0")
    it.log(8).failsInSentences().says("exclusions is gone: it was window-kit")
    assertThat(it.read("plain.lock")).doesNotContain("overrides", "exclusions").contains('name = "window-kit"')
    it.log(9).hides("--no-deps")
}
