package dev.airgap.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void specifiersTellTheirPin() {
        assertThat(Specifiers.parse("==1.2").pinned()).contains(Version.parse("1.2"));
        assertThat(Specifiers.parse("===1.2,>=1").pinned()).contains(Version.parse("1.2"));
        assertThat(Specifiers.parse("===whatever").pinned()).isEmpty();
        assertThat(Specifiers.parse("==1.2.*").pinned()).isEmpty();
        assertThat(Specifiers.parse(">=1.2").pinned()).isEmpty();
    }

    @Test
    void specifiersJoinInTheOrderWritten() {
        Specifiers one = Specifiers.parse(">=1, <2");
        assertThat(one.and(Specifiers.parse("!=1.5"))).hasToString(">=1,<2,!=1.5");
        assertThat(one.and(Specifiers.ANY)).isSameAs(one);
        assertThat(Specifiers.ANY.and(one)).isSameAs(one);
        assertThat(Specifiers.parse(" , ")).isSameAs(Specifiers.ANY);
    }

    @Test
    void matchingLooksAtFewVersions() {
        int[] asked = new int[1];
        List<Version> versions = new java.util.ArrayList<>();
        for (int i = 0; i < 4096; i++) {
            versions.add(Version.parse("1." + i));
        }
        int found = Specifiers.parse(">=1.100,<1.200,!=1.150")
                .matching(versions.size(), place -> {
                    asked[0]++;
                    return versions.get(place);
                })
                .cardinality();
        assertThat(found).isEqualTo(99);
        assertThat(asked[0]).isLessThan(80);
        assertThat(Specifiers.ANY.matching(0, versions::get).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil-1.0-py3-none-any.whl",
                "foo-1.0-py3-none-../../x.whl",
                "foo-1.0-py3-none-a/b.whl",
                "foo-1.0-py3-none-a\\b.whl",
                "foo-1.0-py3-none-any\n.whl",
                "foo- 1.0-py3-none-any.whl",
                "foo-1.0-1/2-py3-none-any.whl",
                "foo-1.0-py3-none-any.whl/..",
            })
    void aWheelsNameNeverBecomesAnotherPath(String name) {
        assertThatThrownBy(() -> WheelName.parse(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void messagesHoldNoControlCharactersAndNoEndlessText() {
        assertThatThrownBy(() -> Version.parse("1.0\u001b[31m\r\n" + "x".repeat(5000)))
                .satisfies(e -> assertThat(e.getMessage())
                        .doesNotContain("\u001b", "\n", "\r")
                        .hasSizeLessThan(300));
        assertThatThrownBy(() -> Requirement.parse("foo \u0007 bar"))
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("\u0007").contains("column 5"));
    }

    @Test
    void aLadderCountsATagByItsFirstPlace() {
        Tag any = new Tag("py3", "none", "any");
        TagLadder ladder = TagLadder.of(List.of(new Tag("cp311", "abi3", "win32"), any, any));
        assertThat(ladder.rank(WheelName.parse("x-1-py2.py3-none-any.whl"))).isEqualTo(1);
        assertThat(ladder.rank(WheelName.parse("x-1-CP311-abi3-WIN32.whl"))).isZero();
        assertThat(ladder.rank(WheelName.parse("x-1-cp311-none-any.whl"))).isEqualTo(-1);
    }
}
