package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "wheels/numpy-1!2.0+cpu-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
                "models/hub/x/.gitattributes",
                "files/größe/日本語 (1).txt",
                "files/😀.bin",
                "files/console.txt",
                "files/com10",
                "files/...a",
            })
    void whatFilesAreCalledIsTaken(String path) {
        assertThat(PathRules.flaw(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../x",
                "a/../b",
                "a/..",
                ".",
                "a/./b",
                "a//b",
                "a/",
                "a\\b",
                "..\\x",
                "C:/x",
                "C:x",
                "a\nb",
                "a\u0000b",
                "a\u001b[31m",
                "a\u007f",
                "a\u0085b",
                "a\u202eb",
                "a\u2028b",
                "a\ud800b",
                "\udc00",
                "a\ufffd",
                "a?",
                "a*",
                "a|b",
                "a<b",
                "a\"b",
                "a.",
                "a ",
                "a /b",
                "con",
                "a/NUL.txt",
                "Aux.tar.gz",
                "com1",
                "LPT9.log",
                "COM¹",
                "conin$",
            })
    void whatMeansAnotherThingSomewhereIsRefused(String path) {
        assertThat(PathRules.flaw(path)).isNotEmpty();
    }

    @Test
    void lengthsCountInBytes() {
        assertThat(PathRules.flaw("a".repeat(255))).isEmpty();
        assertThat(PathRules.flaw("a".repeat(256))).contains("255");
        assertThat(PathRules.flaw("ä".repeat(128))).contains("255");
        assertThat(PathRules.flaw("a/".repeat(499) + "bc")).isEmpty();
        assertThat(PathRules.flaw("a/".repeat(500) + "b")).contains("1000");
    }

    @Test
    void pathsThatMeetAreNoticed() {
        assertThat(meet("a/b", "a/b")).contains("twice");
        assertThat(meet("a/b", "a/B")).contains("case");
        assertThat(meet("a/b", "A/c")).contains("case");
        assertThat(meet("a", "a/b")).contains("folder");
        assertThat(meet("a/b", "a")).contains("folder");
        assertThat(meet("é", "e\u0301")).contains("accents");
        assertThat(meet("STRASSE", "straße")).contains("case");
        assertThat(meet("a/b", "a/c")).isEmpty();
        assertThat(meet("a-b", "a/b")).isEmpty();
    }

    @Test
    void messagesShowNothingThatSteersATerminal() {
        assertThat(PathRules.shown("a\u001b[31m\n\u202eb")).isEqualTo("a\ufffd[31m\ufffd\ufffdb");
        assertThat(PathRules.shown("x".repeat(5000))).hasSizeLessThan(310);
    }

    @Test
    void theOrderIsThatOfBytes() {
        List<String> paths = new ArrayList<>(
                List.of("a/b", "a-b", "a", "A", "é", "\uffee", "😀", "a/", "z", "ab", "\ue000", "\ud7ff", "𐀀"));
        paths.sort(PathOrder.BYTES);
        List<String> bytewise = new ArrayList<>(paths);
        bytewise.sort((x, y) ->
                Arrays.compareUnsigned(x.getBytes(StandardCharsets.UTF_8), y.getBytes(StandardCharsets.UTF_8)));
        assertThat(paths).isEqualTo(bytewise);
    }

    private static String meet(String first, String second) {
        PathRules rules = new PathRules();
        assertThat(rules.meet(first)).isEmpty();
        return rules.meet(second);
    }
}
