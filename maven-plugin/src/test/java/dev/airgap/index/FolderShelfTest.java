package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.Wheel;
import dev.airgap.testkit.WheelMaker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads links and folders where other builds have an index. */
class FolderShelfTest {

    private final Wheel made = WheelMaker.pure("demo", "1.0+local", "other");

    @TempDir
    private Path folder;

    private Path shelf;
    private Visitor visitor;

    @BeforeEach
    void start() throws IOException {
        shelf = Files.createDirectories(folder.resolve("wheels here"));
        visitor = new Visitor(folder);
    }

    @AfterEach
    void stop() {
        visitor.close();
    }

    private void check(IndexSource source) {
        for (Freshness freshness : new Freshness[] {Freshness.NORMAL, new Freshness(false, true)}) {
            Indexes indexes = visitor.visit(freshness, source);
            Releases releases = indexes.releases(Visitor.name("demo"));
            assertThat(Visitor.versions(releases)).containsExactly("1.0+local");
            WheelFile wheel = Visitor.wheel(releases, "1.0+local");
            assertThat(wheel.url()).isEqualTo(shelf.resolve(made.fileName()).toUri());
            assertThat(indexes.metadata(wheel).requires()).hasSize(1);
            WheelFile complete = indexes.complete(wheel);
            assertThat(complete.size()).isEqualTo(made.bytes().length);
            assertThat(complete.sha256()).isEqualTo(made.sha256());
            assertThat(indexes.releases(Visitor.name("nothing")).isEmpty()).isTrue();
            assertThat(indexes.counts().requests()).isZero();
        }
    }

    @Test
    void readsAFolderOfWheels() throws IOException {
        Files.write(shelf.resolve(made.fileName()), made.bytes());
        Files.writeString(shelf.resolve("notes.txt"), "no wheel");
        Files.createDirectories(shelf.resolve("demo-2.0-py3-none-any.whl"));
        check(IndexSource.links("here", shelf.toUri()));
    }

    @Test
    void readsAPageOfLinksToFiles() throws IOException {
        Files.write(shelf.resolve(made.fileName()), made.bytes());
        Files.writeString(shelf.resolve("page.html"), "<a href='" + made.fileName() + "'>x</a>");
        check(IndexSource.links("here", shelf.resolve("page.html").toUri()));
    }

    @Test
    void readsASimpleIndexInFolders() throws IOException {
        Files.write(shelf.resolve(made.fileName()), made.bytes());
        Files.createDirectories(folder.resolve("simple/demo"));
        Files.writeString(
                folder.resolve("simple/demo/index.html"),
                "<a href='../../wheels%20here/" + made.fileName() + "'>x</a>");
        check(IndexSource.simple("here", folder.resolve("simple").toUri()));
    }

    @Test
    void seesAWheelThatWasReplaced() throws IOException {
        Files.write(shelf.resolve(made.fileName()), made.bytes());
        check(IndexSource.links("here", shelf.toUri()));
        Wheel other = WheelMaker.pure("demo", "1.0+local", "one", "two");
        Files.write(shelf.resolve(made.fileName()), other.bytes());
        Indexes indexes = visitor.visit(Freshness.NORMAL, IndexSource.links("here", shelf.toUri()));
        WheelFile wheel = Visitor.wheel(indexes.releases(Visitor.name("demo")), "1.0+local");
        assertThat(indexes.metadata(wheel).requires()).hasSize(2);
    }

    @Test
    void saysThatAFolderIsMissing() {
        Indexes indexes = visitor.visit(
                Freshness.NORMAL,
                IndexSource.links("here", folder.resolve("nowhere").toUri()));
        assertThatThrownBy(() -> indexes.releases(Visitor.name("demo")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Index 'here' cannot be read")
                .hasMessageContaining("nowhere");
    }

    @Test
    void readsAPageOfLinksOnTheNetworkOnceForAllNames() {
        try (LoopbackServer server = LoopbackServer.start()) {
            server.serve(
                    "/links.html",
                    Answer.html("<a href='files/" + made.fileName()
                            + "'>x</a><a href='files/more-2.0-py3-none-any.whl'>x</a>"));
            URI url = server.url("/links.html");
            for (int run = 0; run < 2; run++) {
                Indexes indexes = visitor.visit(Freshness.NORMAL, IndexSource.links("links", url));
                assertThat(Visitor.versions(indexes.releases(Visitor.name("demo"))))
                        .containsExactly("1.0+local");
                assertThat(Visitor.versions(indexes.releases(Visitor.name("more"))))
                        .containsExactly("2.0");
                assertThat(indexes.releases(Visitor.name("nothing")).isEmpty()).isTrue();
            }
            assertThat(server.log()).hasSize(1);
        }
    }
}
