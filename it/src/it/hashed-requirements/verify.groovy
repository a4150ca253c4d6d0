import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.read("airgap.lock")).doesNotContain('"2.0"', '"0.5"')
            .contains('name = "colours"\nversion = "0.4"', "native-1.0-cp311-cp311-manylinux_2_17_x86_64.whl", "native-1.0-cp312-cp312-win_amd64.whl")
    it.log(2).failsInSentences().says("Hashes are asked for, and packages have none", "lacking.txt:1",
            "native==2.0, which demo 1.0 needs", "colours==0.4, which demo 1.0 needs, on cp312-win_amd64",
            "--no-require-hashes")
    assertThat(it.read("released.lock")).contains('name = "demo"\nversion = "1.0"', 'name = "native"\nversion = "2.0"')
    it.log(4).failsInSentences().says("native 1.0 has no wheel for cp311-manylinux_2_28_aarch64, only for manylinux_2_17_x86_64 and win_amd64",
            "its hashes at requirements.txt:7 leave out native-1.0-cp311-cp311-manylinux_2_17_aarch64.whl with sha256")
}
