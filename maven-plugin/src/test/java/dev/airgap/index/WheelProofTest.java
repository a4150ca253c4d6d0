package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.fault.Fault;
import dev.airgap.resolve.WheelFile;
import dev.airgap.testkit.Listing;
import dev.airgap.testkit.SimpleIndexServer;
import dev.airgap.testkit.Wheel;
import dev.airgap.testkit.WheelMaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds wheels against the file that their index serves beside them. */
class WheelProofTest extends WheelCase {

    private final Wheel made = demo().build();

    private Path own() throws IOException {
        return Files.write(folder.resolve("own.whl"), made.bytes());
    }

    /** Lists the wheel with another file beside it than it has inside. */
    private WheelFile beside(String metadata) {
        Wheel told = new Wheel(
                made.project(),
                made.version(),
                made.fileName(),
                made.bytes(),
                metadata.getBytes(StandardCharsets.UTF_8),
                made.requiresPython());
        WheelFile wheel = listed(Listing.of(told));
        indexes.metadata(wheel);
        return wheel;
    }

    private String inside() {
        return new String(made.metadata(), StandardCharsets.UTF_8);
    }

    private Optional<Fault> fault(WheelFile wheel) throws IOException {
        return new WheelProof(folder.resolve("index")).fault(wheel, own());
    }

    @Test
    void tellsWhatTheFileBesideTheWheelLeftOut() throws IOException {
        WheelFile wheel = beside(inside().replace("Requires-Dist: first>=1\n", "Requires-Dist: evil\n"));
        for (int run = 0; run < 2; run++) {
            assertThat(fault(wheel).orElseThrow().toString())
                    .contains(
                            "demo-1.0-py3-none-any.whl",
                            "(PEP 658)",
                            "index 'pypi'",
                            server.url().getAuthority())
                    .contains("or a part of it: Requires-Dist: evil")
                    .contains("only in the wheel: Requires-Dist: first>=1");
        }
    }

    @Test
    void looksAtWhatDecidesAlone() throws IOException {
        assertThat(fault(beside(
                        inside().replace("Summary: Made", "Summary: Told").replace("\n", "\r\n"))))
                .isEmpty();
    }

    @Test
    void looksOnlyOnce() throws IOException {
        WheelFile wheel = beside(inside());
        assertThat(fault(wheel)).isEmpty();
        // What was proved is not opened again, and is known for the next run.
        assertThat(new WheelProof(folder.resolve("index")).fault(wheel, folder.resolve("nowhere.whl")))
                .isEmpty();
        try (Indexes later = visitor.visit(server.url())) {
            isDemo(later.metadata(wheel));
        }
    }

    @Test
    void tellsWhatRangesOfTheWheelLeftOut() throws IOException {
        WheelFile wheel = listed(Listing.of(made).withoutMetadata());
        indexes.metadata(wheel);
        Wheel whole = demo().requires("evil").build();
        assertThat(new WheelProof(folder.resolve("index"))
                        .fault(wheel, Files.write(folder.resolve("whole.whl"), whole.bytes()))
                        .orElseThrow()
                        .toString())
                .contains("only in the wheel: Requires-Dist: evil");
    }

    @Test
    void believesNoIndexInWhatItSaysOfAnothersWheel() throws IOException {
        beside(inside().replace("Requires-Dist: first>=1\n", "Requires-Dist: evil\n"));
        try (SimpleIndexServer honest = SimpleIndexServer.start().add(Listing.of(made));
                Indexes others = visitor.visit(honest.url())) {
            WheelFile wheel = Visitor.wheel(others.releases(Visitor.name("demo")), "1.0");
            isDemo(others.metadata(wheel));
        }
    }

    @Test
    void believesAnybodyInWhatTheWheelWasSeenToHave() throws IOException {
        assertThat(fault(beside(inside()))).isEmpty();
        try (SimpleIndexServer other = SimpleIndexServer.start().add(Listing.of(made));
                Indexes others = visitor.visit(other.url())) {
            WheelFile wheel = Visitor.wheel(others.releases(Visitor.name("demo")), "1.0");
            other.server().clearLog();
            isDemo(others.metadata(wheel));
            assertThat(other.server().log()).isEmpty();
        }
    }

    @Test
    void believesWhatWasReadInTheWholeWheel() throws IOException {
        WheelFile wheel = listed(Listing.of(made).withoutMetadata());
        indexes.metadata(wheel);
        assertThat(fault(wheel)).isEmpty();
        assertThat(new WheelProof(folder.resolve("index")).fault(wheel, folder.resolve("nowhere.whl")))
                .isEmpty();
    }

    @Test
    void looksIntoAWheelThatOnlyALockHasToldOf() throws IOException {
        WheelFile wheel = listed(Listing.of(made));
        assertThat(fault(wheel)).isEmpty();
        // Once is enough.
        assertThat(new WheelProof(folder.resolve("index")).fault(wheel, folder.resolve("nowhere.whl")))
                .isEmpty();
        Wheel other = WheelMaker.wheel("demo", "1.0").metadataName("other").build();
        assertThat(new WheelProof(folder.resolve("fresh"))
                        .fault(wheel, Files.write(folder.resolve("other.whl"), other.bytes()))
                        .orElseThrow()
                        .toString())
                .contains("is another wheel's", "the lock says demo 1.0", "its METADATA says other 1.0");
    }

    @Test
    void tellsAWheelThatCannotBeRead() throws IOException {
        WheelFile wheel = beside(inside());
        Path broken = Files.writeString(folder.resolve("broken.whl"), "no ZIP");
        assertThat(new WheelProof(folder.resolve("index"))
                        .fault(wheel, broken)
                        .orElseThrow()
                        .toString())
                .contains("cannot be read");
    }
}
