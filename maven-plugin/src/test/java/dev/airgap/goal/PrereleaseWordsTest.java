package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.input.Option;
import dev.airgap.resolve.PrereleaseRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrereleaseWordsTest {

    @Test
    void packagesHaveWordsOfTheirOwn() {
        assertThat(words(read("default,Torch=allow,b=never"))).containsExactly("default", "b=never", "torch=allow");
        assertThat(words(read("torch=allow"))).containsExactly("default", "torch=allow");
        assertThat(words(read("never"))).containsExactly("never");
        assertThatThrownBy(() -> read("alow")).hasMessageContainingAll("alow", "default, allow, never", "pom.xml");
        assertThatThrownBy(() -> read("torch=yes")).hasMessageContainingAll("yes", "default,torch=allow");
        assertThatThrownBy(() -> read("to rch=allow")).hasMessageContaining("no package's name: to rch");
        assertThatThrownBy(() -> read("a=allow,A=never")).hasMessageContaining("are for the same");
        assertThatThrownBy(() -> read("allow,never")).hasMessageContaining("are for the same");
    }

    /** As pip 26 has them: its ReleaseControl, and --pre, which is --all-releases :all:. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--pre | default | allow",
                "--pre | never | never",
                "--pre | default,a=never | allow a=never",
                "--all-releases a,b | default | default a=allow b=allow",
                "--only-final :all: --all-releases a | default | never a=allow",
                "--all-releases a --only-final :all: | default | never",
                "--all-releases a --only-final a | default | default a=never",
                "--all-releases a --all-releases :none: | default | default",
                "--pre --all-releases :none: | default | default",
                "--all-releases a | default,a=never | default a=never"
            })
    void filesSayItInPipsWords(String options, String own, String expected) {
        List<Option> list = Arrays.stream(options.split("(?=--)", -1))
                .map(one -> one.strip().split(" ", 2))
                .map(one -> new Option(one[0], one.length > 1 ? one[1] : "", "requirements.txt:1"))
                .toList();
        assertThat(String.join(" ", words(PrereleaseWords.with(read(own), list))))
                .isEqualTo(expected);
    }

    private static PrereleaseRule read(String words) {
        return PrereleaseWords.read(words, "<prereleases> in pom.xml");
    }

    private static List<String> words(PrereleaseRule rule) {
        return PrereleaseWords.inputs(rule);
    }
}
