import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).failsInSentences().says("There is no lock to look into", "airgap:lock")
    it.log(3).says("5 packages", "web[fast] 1.0, ", "+- middle 2.0", "\\- deep 1.0", "|  \\- shared 3.0",
            "\\- speedup 0.1, 2", "(only cp311-manylinux_2_28_x86_64)", "(*) what it needs is shown above")
    it.log(4).says("4 packages", "for cp311-manylinux_2_28_aarch64").hides("speedup", "(only")
    it.log(5).says("shared 3.0", "is there for cp311-manylinux_2_28_aarch64, cp311-manylinux_2_28_x86_64:",
            "  <requirement> asks for shared", "requirements.txt asks for web[fast]==1.0 -> web 1.0 needs shared",
            "requirements.txt asks for web[fast]==1.0 -> web 1.0 -> middle 2.0 needs shared")
    def lines = it.log(5).lines("asks for")
    assertThat(lines).hasSize(3)
    assertThat(lines[0]).contains("<requirement>")
    it.log(6).failsInSentences().says("The lock has no package shard", "Did you mean shared?")
    it.log(7).failsInSentences().says("The lock has no target", "Did you mean cp311-manylinux_2_28_aarch64")
    it.log(8).failsInSentences().says("airgap.package", "-Dairgap.package=numpy")
}
