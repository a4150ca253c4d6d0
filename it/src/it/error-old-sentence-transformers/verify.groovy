import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).failsInSentences().says(
            "sentence-transformers 2.2.2 can't read sentence-transformers/all-MiniLM-L6-v2 as the bundle has it",
            "locked so for cp311-manylinux_2_28_x86_64", "Require sentence-transformers>=2.3.0",
            "<layout>flat</layout>", "/opt/airgap/models/flat/sentence-transformers/all-MiniLM-L6-v2")
    it.tar("target/error-old-sentence-transformers-1.0.tar").holds("wheels/sentence_transformers-2.3.0-py3-none-any.whl",
            "models/hub/models--sentence-transformers--all-MiniLM-L6-v2/refs/main")
    assertThat(it.log(2).text()).contains("BUILD SUCCESS")
}
