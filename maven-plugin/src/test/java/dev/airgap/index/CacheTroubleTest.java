package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.resolve.Releases;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.SimpleIndexServer;
import dev.airgap.testkit.Trouble;
import dev.airgap.testkit.WheelMaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaks the cache, the index and the line between builds. */
class CacheTroubleTest extends BuildsCase {

    private static final Freshness REFRESH = new Freshness(true, false);

    @ParameterizedTest
    @ValueSource(strings = {"cut", "flip head", "flip body", "empty", "garbage"})
    void noticesDamageAndReadsAnew(String damage) throws IOException {
        visit(Freshness.NORMAL);
        Path page = page();
        byte[] bytes = Files.readAllBytes(page);
        switch (damage) {
            case "cut" -> bytes = java.util.Arrays.copyOf(bytes, bytes.length - 1);
            case "flip head" -> bytes[24] ^= 1;
            case "flip body" -> bytes[bytes.length - 5] ^= 1;
            case "empty" -> bytes = new byte[0];
            default ->
                bytes = "garbage, and more of it than a head has".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        Files.write(page, bytes);
        assertThat(requestsAfter(Duration.ZERO)).isEqualTo(1);
        assertThat(requestsAfter(Duration.ZERO)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnWhereAnotherProcessReplacesOrDeletesAPage(boolean deleted) throws IOException {
        server.add(WheelMaker.pure("demo", "2.0"));
        visit(Freshness.NORMAL);
        try (Indexes indexes = visitor.visit(server.url())) {
            Releases before = indexes.releases(Visitor.name("demo"));
            if (deleted) {
                Files.delete(page());
            } else {
                server.remove("demo")
                        .add(
                                WheelMaker.pure("demo", "0.9"),
                                WheelMaker.wheel("demo", "2.0").buildTag("7").build());
                visit(REFRESH);
            }
            server.server().clearLog();
            assertThat(Visitor.versions(before)).containsExactly("1.0", "2.0");
            assertThat(before.wheels(1))
                    .singleElement()
                    .satisfies(wheel -> assertThat(wheel.name().build()).isEqualTo(deleted ? "" : "7"));
            assertThat(before.wheels(0)).hasSize(deleted ? 1 : 0);
            assertThat(server.server().log()).hasSize(deleted ? 1 : 0);
        }
    }

    @Test
    void leavesNoFilesBeside() throws IOException {
        visit(Freshness.NORMAL);
        visit(REFRESH);
        assertThat(files())
                .allSatisfy(file -> assertThat(file.getFileName().toString()).doesNotStartWith("."));
    }

    @Test
    void goesOnWithoutACacheThatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("index"), "a file where a folder should be");
        assertThat(visit(Freshness.NORMAL)).containsExactly("1.0");
        assertThat(visit(Freshness.NORMAL)).containsExactly("1.0");
    }

    @Test
    void asksAgainForAPageThatBreaksOff() {
        server.format(SimpleIndexServer.Format.HTML).pages(CacheTroubleTest::unpacked);
        server.server().trouble("/simple/*", Trouble.cutAfter(40).times(2));
        assertThat(visit(Freshness.NORMAL)).containsExactly("1.0");
        assertThat(server.server().log()).hasSize(3);
    }

    @Test
    void keepsNothingOfAPageThatBreaksOff() {
        server.format(SimpleIndexServer.Format.HTML).pages(CacheTroubleTest::unpacked);
        server.server().trouble("/simple/*", Trouble.cutAfter(40));
        assertThatThrownBy(() -> visit(Freshness.NORMAL)).isInstanceOf(FaultException.class);
        server.server().peace();
        assertThat(visit(Freshness.NORMAL)).containsExactly("1.0");
    }

    @Test
    void saysAFailureToWhoeverAsksNotToThePrefetch() {
        server.server().trouble("/simple/*", Trouble.answer(Answer.of(500, "no")));
        try (Indexes indexes = visitor.visit(server.url())) {
            indexes.prefetch(Visitor.name("demo"));
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> indexes.releases(Visitor.name("demo")))
                        .isInstanceOf(FaultException.class)
                        .hasMessageContaining("the page of demo")
                        .hasMessageContaining("500");
            }
        }
    }

    private static Answer unpacked(Answer page) {
        return new Answer(page.status(), page.headers(), page.content(), false, true);
    }

    private Path page() throws IOException {
        return files().stream()
                .filter(file -> file.toString().contains("pages"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("index"))) {
            return all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
