package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.python.Metadata;
import dev.airgap.python.Requirement;
import dev.airgap.resolve.WheelFile;
import dev.airgap.testkit.Listing;
import dev.airgap.testkit.SimpleIndexServer;
import dev.airgap.testkit.Trouble;
import dev.airgap.testkit.Wheel;
import dev.airgap.testkit.WheelMaker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks for what a lock needs of each wheel beside its metadata, and looks at what it costs. */
class WheelSizeTest {

    @TempDir
    private Path folder;

    private SimpleIndexServer server;
    private Visitor visitor;
    private Indexes indexes;

    @BeforeEach
    void start() {
        server = SimpleIndexServer.start().format(SimpleIndexServer.Format.HTML);
        visitor = new Visitor(folder);
    }

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
    }

    private static WheelMaker demo() {
        return WheelMaker.wheel("demo", "1.0")
                .requires("first>=1", "second; python_version < '3.12'")
                .extra("more", "third")
                .requiresPython(">=3.8");
    }

    /** Lists the wheel and gives it as the index lists it; what it costs so far is forgotten. */
    private WheelFile listed(Listing listing) {
        server.add(listing);
        indexes = visitor.visit(server.url());
        WheelFile wheel = Visitor.wheel(indexes.releases(Visitor.name("demo")), "1.0");
        server.server().clearLog();
        return wheel;
    }

    private static void isDemo(Metadata metadata) {
        assertThat(metadata.name()).isEqualTo(Visitor.name("demo"));
        assertThat(metadata.version()).hasToString("1.0");
        assertThat(metadata.requiresPython()).hasToString(">=3.8");
        assertThat(metadata.requires())
                .extracting(Requirement::name)
                .extracting(Object::toString)
                .containsExactly("first", "second", "third");
        assertThat(metadata.extras()).containsExactly("more");
    }

    @Test
    void asksForASizeByOneHead() {
        Wheel made = demo().build();
        WheelFile wheel = listed(Listing.of(made));
        isDemo(indexes.metadata(wheel));
        server.server().clearLog();
        assertThat(indexes.complete(wheel).size()).isEqualTo(made.bytes().length);
        assertThat(indexes.complete(List.of(wheel, wheel))).hasSize(2);
        assertThat(server.server().log())
                .singleElement()
                .satisfies(seen -> assertThat(seen.method()).isEqualTo("HEAD"));
        try (Indexes later = visitor.visit(server.url())) {
            assertThat(later.complete(wheel).size()).isEqualTo(made.bytes().length);
        }
        assertThat(server.server().log()).hasSize(1);
    }

    @Test
    void asksForASizeByOneByteWhereHeadIsRefused() {
        Wheel made = demo().build();
        WheelFile wheel = listed(Listing.of(made));
        server.server().trouble("/files/*", Trouble.status(405).on("HEAD"));
        assertThat(indexes.complete(wheel).size()).isEqualTo(made.bytes().length);
    }
}
