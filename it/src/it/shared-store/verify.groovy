import dev.airgap.it.Case
import java.util.concurrent.TimeUnit

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end { begun ->
    context.open.countDown()
    assert context.other.waitFor(2, TimeUnit.MINUTES)
    assertThat(context.other.exitValue()).as(begun.read("other.log")).isZero()
    def own = begun.tar("target/shared-store-1.0.tar")
    def other = begun.tar("other/target/other-1.0.tar")
    assertThat(own.bytes("wheels/big-1.0-py3-none-any.whl")).isEqualTo(other.bytes("wheels/big-1.0-py3-none-any.whl"))
    own.holds("wheels/second-1.0-py3-none-any.whl")
    other.holds("wheels/first-1.0-py3-none-any.whl")

    // Whoever came second waited, or went on from what was there: no byte came twice.
    def asked = begun.index().server().log("/files/big-*.whl").findAll { it.method() == "GET" }
    assertThat(asked.sum { it.bytes() } as long).isLessThan(20_100_000L)

    // The store is whole: every name is the content's, and nothing is left of the downloads.
    def stored = []
    begun.path("store/sha256").toFile().eachFileRecurse { if (it.isFile()) stored << it }
    assertThat(stored).hasSize(3)
    stored.each { file ->
        def name = begun.path("store/sha256").relativize(file.toPath()).toString().replace("/", "")
        assertThat(name).endsWith(begun.sha256("store/sha256/" + begun.path("store/sha256").relativize(file.toPath())))
    }
    assertThat(begun.path("store/partial").toFile().listFiles() ?: new File[0]).isEmpty()
}
