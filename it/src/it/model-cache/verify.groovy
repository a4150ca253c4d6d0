import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def name = "sentence-transformers/all-MiniLM-L6-v2"
    def lock = it.read("airgap.lock")
    assertThat(lock).contains('source = "cache cache"', context.repo.sha()).doesNotContain(it.path("").toString())
    // Commit, path, size, oid and sha256: what the hub itself gives.
    def pins = { text -> text.readLines().findAll { it.startsWith("  { path") || it.startsWith("commit") } }
    assertThat(pins(lock)).hasSizeGreaterThan(8).isEqualTo(pins(it.read("hub.lock")))
    assertThat(context.sealed).isEqualTo(lock)

    it.log(4).failsInSentences().says("${name}/model.safetensors is damaged".toString(), "blobs")
    it.log(5).failsInSentences().says("A file is not what the lock has: ${name}/model.safetensors".toString(),
            "source of the model: cache cache", "expected:", "actual:", "airgap.upgrade=${name}".toString())
    it.log(6).failsInSentences().says("The cache of ${name} is not on this machine".toString(), "HF_HUB_CACHE")
    assertThat(it.path("new.lock")).doesNotExist()
    assertThat(it.path("target/model-cache-1.0.tar")).doesNotExist()
}
