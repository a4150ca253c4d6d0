package dev.airgap.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetadataTest {

    private static Metadata parse(String text) {
        return Metadata.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theHeadersThatCountAreRead() {
        Metadata metadata = parse("""
                Metadata-Version: 2.1
                Name: Foo.Bar
                version: 1.0-RC1
                Summary: naïve: with a colon
                Requires-Python: >=3.8, <4
                Requires-Dist: requests[socks] (>=2.0)
                Requires-Dist: tomli ; python_version < "3.11"
                Provides-Extra: Dev_Tools
                Provides-Extra: docs

                Name: not a header
                Requires-Dist: never
                """);
        assertThat(metadata.name().value()).isEqualTo("foo-bar");
        assertThat(metadata.version()).hasToString("1.0rc1");
        assertThat(metadata.requiresPython()).hasToString(">=3.8,<4");
        assertThat(metadata.extras()).containsExactly("dev-tools", "docs");
        assertThat(metadata.requires())
                .map(Requirement::toString)
                .containsExactly("requests[socks]>=2.0", "tomli; python_version < \"3.11\"");
        assertThat(metadata.requires()).isSameAs(metadata.requires());
    }

    @Test
    void foldedLinesAndOtherLineEndsAreRead() {
        Metadata metadata =
                parse("Name: a\r\nVersion: 1\r\nDescription: x\r\n  |Requires-Dist: no\r\nRequires-Dist: b\r\n"
                        + "\t>=1\r\n\r\nRequires-Dist: c\r\n");
        assertThat(metadata.requires()).map(Requirement::toString).containsExactly("b>=1");
        assertThat(parse("Name: a\rVersion: 1").name().value()).isEqualTo("a");
    }

    @Test
    void whatIsNoHeaderEndsTheHeaders() {
        assertThat(parse("Name: a\nVersion: 1\nbody begins\nRequires-Dist: b\n").requires())
                .isEmpty();
    }

    @Test
    void aBrokenDependencyIsNamedWhenItIsAskedFor() {
        Metadata metadata = parse("Name: a\nVersion: 1\nRequires-Dist: ok\nRequires-Dist: b (>=1\n");
        assertThat(metadata.version()).hasToString("1");
        assertThatThrownBy(metadata::requires)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Requires-Dist: b (>=1");
    }

    @Test
    void aBrokenRequiresPythonCountsForNone() {
        assertThat(parse("Name: a\nVersion: 1\nRequires-Python: three\n")
                        .requiresPython()
                        .isAny())
                .isTrue();
    }

    @Test
    void nameAndVersionAreNeeded() {
        assertThatThrownBy(() -> parse("Version: 1\n")).hasMessageContaining("Name");
        assertThatThrownBy(() -> parse("Name: a\n")).hasMessageContaining("Version");
        assertThatThrownBy(() -> parse("Name: a b\nVersion: 1\n")).hasMessageContaining("a b");
        assertThatThrownBy(() -> parse("Name: a\nVersion: one\n")).hasMessageContaining("one");
        assertThatThrownBy(() -> parse("")).hasMessageContaining("Name");
    }
}
