package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../up",
                "a/../b",
                "a/..",
                "./a",
                "a//b",
                "a/",
                "C:/windows",
                "C:x",
                "\\\\server\\share",
                "a\\b",
                "nul",
                "a/NUL.txt",
                "aux.json",
                "Com1",
                "lpt\u00b2.bin",
                "con .txt",
                "trailing.",
                "trailing /x",
                "a\u0000b",
                "a\nb",
                "a\u001b[31m",
                "a\u202eb",
                "a\u200bb",
                "a\ufffdb",
                "a\ud800b",
                "what?",
                "star*",
                "pi|pe",
                "quote\"d",
                "<tag>"
            })
    void refusesNamesThatAreNoFilesSomewhere(String path) {
        assertThat(Names.wrongPath(path)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".gitattributes",
                "1_Pooling/config.json",
                "a b/c d.txt",
                "console.log",
                "com10.txt",
                "h\u00e9llo/\u4e16\u754c.json",
                "\ud83d\ude00.bin",
                "..a/b..c/...d",
                "model@v1+x=y,z;(1)[2]{3}%20#&!~'$.bin"
            })
    void letsRealNamesPass(String path) {
        assertThat(Names.wrongPath(path)).isEmpty();
    }

    @Test
    void limitsLength() {
        assertThat(Names.wrongPath("\u00e9".repeat(127))).isEmpty();
        assertThat(Names.wrongPath("\u00e9".repeat(128))).contains("longer than 255 bytes");
        assertThat(Names.wrongPath("abcdefg/".repeat(90) + "x")).contains("longer than 700 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "org/name", "Foo-BAR_foo.bar123/a", "_x/y_"})
    void knowsRepositoryIds(String repo) {
        assertThat(Names.wrongRepo(repo)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a/b/c",
                "datasets/foo/bar",
                "/a",
                "a/",
                ".repo",
                "foo--bar",
                "a..b",
                "foo.git",
                "caf\u00e9/x",
                "a b",
                "a%2fb",
                "../x",
                "a/-b",
                "a?b"
            })
    void refusesWhatIsNoRepositoryId(String repo) {
        assertThat(Names.wrongRepo(repo)).isNotEmpty();
        assertThatThrownBy(() -> ModelRequest.of("hub", repo, "main")).isInstanceOf(FaultException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "../../x", "a..b", "a~1", "a^", "a b", "a:b", "a?", "a[", "@{0}x@{", "x/../y", "a\nb", "/a"})
    void refusesWhatIsNoRevision(String revision) {
        assertThatThrownBy(() -> ModelRequest.of("hub", "org/name", revision))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("is no revision of org/name");
    }

    @Test
    void holdsAFullCommitInLowerCase() {
        String commit = "ABCDEF0123456789ABCDEF0123456789ABCDEF01";

        assertThat(ModelRequest.of("hub", "org/name", commit).revision()).isEqualTo(Names.lower(commit));
        assertThat(ModelRequest.of("hub", "org/name", "refs/pr/1").revision()).isEqualTo("refs/pr/1");
    }

    @Test
    void foldsWhatFileSystemsTakeForTheSame() {
        assertThat(Names.folded("Stra\u00dfe/A")).isEqualTo(Names.folded("STRASSE/a"));
        assertThat(Names.folded("e\u0301")).isEqualTo(Names.folded("\u00c9"));
    }

    @Test
    void showsNoControlCharacters() {
        assertThat(Names.shown("a\u001b]0;x\nb")).isEqualTo("a\ufffd]0;x\ufffdb");
        assertThat(Names.shown("x".repeat(500))).hasSize(200);
        assertThat(List.of(LeftOut.bytes(999), LeftOut.bytes(1000), LeftOut.bytes(999_950), LeftOut.bytes(90_888_945)))
                .containsExactly("999 B", "1.0 kB", "1.0 MB", "90.9 MB");
    }
}
