import dev.airgap.it.Case
import dev.airgap.testkit.TinyModel

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def tar = it.tar("consumer/target/consumer-1.0.tar").isPlain()
    def lock = it.read("consumer/airgap.lock")
    assertThat(lock).contains('source = "artifact it:producer:1.0:tar"', 'source = "artifact org.example:small:1.0"',
            'source = "artifact org.example:small:1.0:jar:model"').doesNotContain(it.path("").toString())

    // A bundle's model keeps its commit, and every byte.
    def commit = (it.read("producer/airgap.lock") =~ /(?s)repo = "sentence-.*?commit = "([0-9a-f]{40})"/)[0][1]
    TinyModel.files().each { path, bytes ->
        assertThat(tar.bytes("models/hub/models--sentence-transformers--all-MiniLM-L6-v2/snapshots/${commit}/${path}"
                .toString())).isEqualTo(bytes)
    }
    def only = { repo ->
        def found = tar.names().findAll { it.startsWith("models/hub/models--org--${repo}/snapshots/".toString()) }
        found.collectEntries { [(it.split("/", 6)[5]): tar.text(it)] }
    }
    assertThat(only("flat")).isEqualTo(["config.json": "{\"small\": 1}"])
    assertThat(only("zipped")).isEqualTo(["config.json": "{\"zip\": 1}", "onnx/config.json": "{}"])
    assertThat(only("jar")).isEqualTo(["config.json": "{\"jar\": 1}"])
    assertThat(only("packed")).isEqualTo(["config.json": "{\"tar\": 1}"])
    it.log(2).says("Sealed")
    it.log(3).failsInSentences().says("A file is not what the lock has: org/zipped/config.json", "Run again")
}
