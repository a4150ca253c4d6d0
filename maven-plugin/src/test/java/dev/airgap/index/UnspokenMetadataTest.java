package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.Seen;
import dev.airgap.testkit.SimpleIndexServer;
import dev.airgap.testkit.Trouble;
import dev.airgap.testkit.WheelMaker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads one release of a package after the other from an index that does not speak of metadata files. */
class UnspokenMetadataTest extends IndexCase<SimpleIndexServer> {

    private static final int RELEASES = 40;

    @Override
    SimpleIndexServer open() {
        return SimpleIndexServer.start().format(SimpleIndexServer.Format.HTML);
    }

    private List<String> asked() {
        return server.server().log().stream().map(Seen::toString).toList();
    }

    private void readAll() {
        for (int i = 0; i < RELEASES; i++) {
            server.add(
                    WheelMaker.wheel("demo", "1." + i).requires("first>=" + i).build());
        }
        Indexes indexes = visitor.visit(server.url());
        Releases releases = indexes.releases(Visitor.name("demo"));
        server.server().clearLog();
        for (int i = 0; i < RELEASES; i++) {
            WheelFile spoken = Visitor.wheel(releases, "1." + i);
            WheelFile wheel = new WheelFile(
                    spoken.name(),
                    spoken.address(),
                    spoken.sha256(),
                    -1,
                    spoken.requiresPython(),
                    null,
                    "",
                    "",
                    "pypi");
            assertThat(indexes.metadata(wheel).requires()).singleElement().hasToString("first>=" + i);
        }
    }

    @Test
    void asksForTheFileOnceItsPackageIsReadAgainAndAgain() {
        readAll();
        assertThat(asked()).hasSize(RELEASES);
        assertThat(asked().subList(0, 3)).noneMatch(line -> line.contains(".metadata"));
        assertThat(asked().subList(3, RELEASES)).allMatch(line -> line.contains(".metadata"));
    }

    @Test
    void asksSeldomWhereThereIsNone() {
        server.server().trouble("*.metadata", Trouble.status(404));
        readAll();
        assertThat(asked()).filteredOn(line -> line.contains(".metadata")).hasSizeBetween(2, 6);
        assertThat(asked()).filteredOn(line -> line.contains("[bytes=")).hasSize(RELEASES);
    }

    /** A server that is behind with its newest files has the others. */
    @Test
    void comesBackWhereOnlySomeAreMissing() {
        server.server().trouble("*.metadata", Trouble.status(404).times(2));
        readAll();
        assertThat(asked()).filteredOn(line -> line.contains(".metadata")).hasSizeGreaterThan(30);
    }

    @Test
    void believesNoFileOfAnotherWheel() {
        server.server()
                .trouble(
                        "*.metadata",
                        Trouble.answer(Answer.html("Metadata-Version: 2.1\nName: other\nVersion: 1.9\n")));
        readAll();
        assertThat(asked()).filteredOn(line -> line.contains("[bytes=")).hasSize(RELEASES);
    }

    @Test
    void doesWithoutItWhereTheServerFails() {
        server.server().trouble("*.metadata", Trouble.status(500));
        readAll();
        assertThat(asked()).filteredOn(line -> line.contains("[bytes=")).hasSize(RELEASES);
    }
}
