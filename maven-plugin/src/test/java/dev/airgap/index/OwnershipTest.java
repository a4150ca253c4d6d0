package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.resolve.Releases;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.SimpleIndexServer;
import dev.airgap.testkit.Trouble;
import dev.airgap.testkit.WheelMaker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks several indexes, of which one may be hostile. */
class OwnershipTest {

    @TempDir
    private Path folder;

    private SimpleIndexServer inner;
    private SimpleIndexServer outer;
    private Visitor visitor;

    @BeforeEach
    void start() {
        inner = SimpleIndexServer.start().add(WheelMaker.pure("secret", "1.0"), WheelMaker.pure("both", "1.0"));
        outer = SimpleIndexServer.start()
                .add(WheelMaker.pure("secret", "99.0"), WheelMaker.pure("both", "9.0"), WheelMaker.pure("open", "9.0"));
        visitor = new Visitor(folder);
    }

    @AfterEach
    void stop() {
        visitor.close();
        inner.close();
        outer.close();
    }

    private Indexes both() {
        return visitor.visit(
                Freshness.NORMAL, IndexSource.simple("inner", inner.url()), IndexSource.simple("outer", outer.url()));
    }

    @Test
    void givesANameToTheFirstIndexThatKnowsIt() {
        Releases releases = both().releases(Visitor.name("both"));
        assertThat(releases.index()).isEqualTo("inner");
        assertThat(Visitor.versions(releases)).containsExactly("1.0");
        assertThat(Visitor.wheel(releases, "1.0").index()).isEqualTo("inner");
        assertThat(outer.server().log()).isEmpty();
        assertThat(both().releases(Visitor.name("open")).index()).isEqualTo("outer");
    }

    @Test
    void tellsWhichIndexKnewNothing() {
        try (Indexes indexes = both()) {
            assertThat(indexes.knewNothing("inner")).isFalse();
            indexes.releases(Visitor.name("open"));
            assertThat(indexes.knewNothing("inner")).isTrue();
            assertThat(indexes.knewNothing("outer")).isFalse();
            indexes.releases(Visitor.name("both"));
            assertThat(indexes.knewNothing("inner")).isFalse();
        }
    }

    @Test
    void givesANameToAnIndexThatKnowsItWithoutFiles() {
        inner.server().serve("/simple/empty/", Answer.html("<html></html>"));
        outer.add(WheelMaker.pure("empty", "9.0"));
        Releases releases = both().releases(Visitor.name("empty"));
        assertThat(releases.index()).isEqualTo("inner");
        assertThat(releases.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407, 429, 400, 500, 503})
    void stopsWhereAnIndexRefuses(int status) {
        inner.server().trouble("/simple/*", Trouble.status(status));
        Indexes indexes = both();
        assertThatThrownBy(() -> indexes.releases(Visitor.name("secret")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(String.valueOf(status))
                .hasMessageContaining("secret");
        assertThat(outer.server().log()).isEmpty();
    }

    @Test
    void stopsWhereAnIndexIsOutOfReach() {
        inner.close();
        Indexes indexes = both();
        assertThatThrownBy(() -> indexes.releases(Visitor.name("secret")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Index 'inner' gave no answer for the page of secret");
        assertThat(outer.server().log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void goesOnWhereAnIndexDoesNotKnow(int status) {
        inner.server().trouble("/simple/*", Trouble.status(status));
        assertThat(both().releases(Visitor.name("secret")).index()).isEqualTo("outer");
    }

    @Test
    void asksAFencedIndexForItsNamesAlone() {
        Indexes indexes = visitor.visit(
                Freshness.NORMAL,
                IndexSource.simple("outer", outer.url()),
                new IndexSource("inner", inner.url(), List.of("Secret", "nvidia-*"), false));
        assertThat(indexes.releases(Visitor.name("secret")).index()).isEqualTo("inner");
        assertThat(indexes.releases(Visitor.name("both")).index()).isEqualTo("outer");
        assertThat(outer.server().log("*secret*")).isEmpty();
        assertThat(inner.server().log("*both*")).isEmpty();
    }

    @Test
    void asksNobodyElseForAFencedName() {
        outer.add(WheelMaker.pure("nvidia-cublas", "9.0"));
        Indexes indexes = visitor.visit(
                Freshness.NORMAL,
                IndexSource.simple("outer", outer.url()),
                new IndexSource("inner", inner.url(), List.of("nvidia-*"), false));
        assertThat(indexes.releases(Visitor.name("nvidia-cublas")).isEmpty()).isTrue();
        assertThat(outer.server().log()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "torch, torch, true",
        "torch, torchvision, false",
        "torch*, torchvision, true",
        "nvidia-*, nvidia-cublas-cu12, true",
        "nvidia-*, nvidia, false",
        "NVIDIA_*, nvidia-cublas, true",
        "*-cu1?, x-cu12, true",
        "*-cu1?, x-cu1, false",
        "*a*b, xaxxbxb, true",
        "*, anything, true"
    })
    void matchesNames(String glob, String name, boolean claimed) {
        IndexSource source = new IndexSource("x", inner.url(), List.of(glob), false);
        assertThat(source.claims(Visitor.name(name))).isEqualTo(claimed);
    }
}
