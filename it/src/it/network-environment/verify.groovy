import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.tar("target/network-environment-1.0.tar").holds("wheels/demo-1.0-py3-none-any.whl")
    assertThat(it.log().lines("PIP_INDEX_URL")).hasSize(1)
    // What pip would heed and is said in another way here is not passed over in silence; a flag that is off says nothing.
    assertThat(it.log().lines("PIP_FIND_LINKS is not read")).hasSize(1)
    it.log().hides("PIP_NO_INDEX")
    assertThat(it.log().lines("HF_ENDPOINT")).hasSize(1)
    it.log().hides("hf_t0ken")
    // The token goes to the hub alone.
    assertThat(it.hub().cdn().log()).isNotEmpty().noneMatch { seen -> seen.header("Authorization").isPresent() }
    assertThat(it.index().server().log()).noneMatch { seen -> seen.header("Authorization").isPresent() }
}
