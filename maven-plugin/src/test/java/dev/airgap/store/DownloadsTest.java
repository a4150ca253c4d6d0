package dev.airgap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.HttpSettings;
import dev.airgap.http.OkTransport;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsTest {

    private static final Sample SAMPLE = Sample.of(700_000);

    @TempDir
    Path folder;

    private final LoopbackServer server = LoopbackServer.start();
    private final OkTransport transport =
            OkTransport.open(HttpSettings.builder("1").retries(0, Duration.ZERO).build());

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    private List<Entry> fetch(List<Downloads.Job> jobs) {
        return new Downloads(Store.open(folder), transport, Progress.NONE).fetch(jobs);
    }

    /** Makes files of different contents, each a little longer than the one before. */
    private List<Downloads.Job> jobs(int count, List<Recording> tees) {
        List<Downloads.Job> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Recording tee = new Recording();
            tees.add(tee);
            jobs.add(new Downloads.Job(Sample.of(500_000 + i).at(server, "/" + i), tee));
        }
        return jobs;
    }

    @Test
    void fetchesAllInOrderWithTheirTees() {
        List<Recording> tees = new ArrayList<>();
        List<Downloads.Job> jobs = jobs(40, tees);
        List<Entry> entries = fetch(jobs);
        for (int i = 0; i < 40; i++) {
            assertThat(entries.get(i).sha256()).isEqualTo(jobs.get(i).blob().sha256());
            assertThat(tees.get(i).bytes()).hasSize(500_000 + i);
        }
        assertThat(server.log()).hasSize(40);
        assertThat(server.peak()).isLessThanOrEqualTo(Downloads.AT_ONCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void asksTheOtherPlaceOfWhatItsServerDoesNotGive(int status) {
        Blob gone = SAMPLE.at(server, "/gone");
        Blob other = SAMPLE.at(server, "/other");
        server.trouble("/gone", Trouble.status(status));
        Recording tee = new Recording();
        List<Entry> entries = fetch(List.of(new Downloads.Job(gone, tee, () -> Optional.of(other))));
        assertThat(entries.get(0).sha256()).isEqualTo(gone.sha256());
        assertThat(tee.bytes()).isEqualTo(SAMPLE.bytes());
    }

    @Test
    void tellsTheFirstFailureWhereTheOtherPlaceFailsToo() {
        Blob gone = SAMPLE.at(server, "/gone");
        Blob other = SAMPLE.at(server, "/other");
        server.trouble("/gone", Trouble.status(403)).trouble("/other", Trouble.status(404));
        assertThatThrownBy(() -> fetch(List.of(new Downloads.Job(gone, null, () -> Optional.of(other)))))
                .hasMessageContaining("(403)")
                .hasMessageContaining("/gone");
    }

    @Test
    void asksNoOtherPlaceWhereTheServerOnlyFails() {
        Blob failing = SAMPLE.at(server, "/failing");
        server.trouble("/failing", Trouble.status(500));
        assertThatThrownBy(() -> fetch(List.of(new Downloads.Job(failing, null, () -> {
                    throw new AssertionError("asked");
                }))))
                .hasMessageContaining("(500)");
    }

    @Test
    void fetchesOneContentOnceForSeveralPlaces() {
        Blob blob = SAMPLE.at(server, "/a");
        List<Downloads.Job> jobs = new ArrayList<>();
        List<Recording> tees = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tees.add(new Recording());
            jobs.add(new Downloads.Job(blob, tees.get(i)));
        }
        fetch(jobs);
        assertThat(tees).allSatisfy(tee -> assertThat(tee.bytes()).isEqualTo(SAMPLE.bytes()));
        assertThat(server.log()).hasSize(1);
    }

    @Test
    void tellsAllThatIsMissingTogether() {
        List<Recording> tees = new ArrayList<>();
        List<Downloads.Job> jobs = jobs(40, tees);
        for (int i : new int[] {3, 21, 37}) {
            server.trouble("/" + i, Trouble.status(404));
        }
        assertThatThrownBy(() -> fetch(jobs))
                .asInstanceOf(type(FaultException.class))
                .satisfies(e -> assertThat(e.faults())
                        .extracting(Fault::what)
                        .containsExactly(
                                "The server test does not have 3 (404)",
                                "The server test does not have 21 (404)",
                                "The server test does not have 37 (404)"));
    }

    @Test
    void stopsTheRestAtTheFirstFailureEvenWhereTheyHang() {
        CountDownLatch never = new CountDownLatch(1);
        List<Recording> tees = new ArrayList<>();
        List<Downloads.Job> jobs = jobs(10, tees);
        for (int i = 1; i < 5; i++) {
            server.trouble("/" + i, Trouble.stall(never));
            server.trouble("/" + (i + 5), Trouble.stallAfter(300_000, never));
        }
        server.trouble("/0", Trouble.status(401));
        assertThatThrownBy(() -> fetch(jobs))
                .asInstanceOf(type(FaultException.class))
                .satisfies(e -> assertThat(e.faults())
                        .extracting(Fault::what)
                        .containsExactly("The server test demands credentials for 0 (401)"));
        assertThat(Thread.interrupted()).isFalse();
        never.countDown();
    }

    @Test
    void refusesWhatCannotFitBeforeItBegins() {
        Blob blob = SAMPLE.at(server, "/a");
        Blob huge = Blob.sha256("huge", "test", server.url("/huge"), "0".repeat(64), 1L << 60);
        assertThatThrownBy(() -> fetch(List.of(new Downloads.Job(blob, null), new Downloads.Job(huge, null))))
                .hasMessageStartingWith("The disk is full: what is to be fetched can't be written");
        assertThat(server.log()).isEmpty();
    }

    @Test
    void sharesAFolderBetweenStoresOfOneJvm() throws Exception {
        Blob blob = SAMPLE.at(server, "/a");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Entry>> entries = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                entries.add(threads.submit(() -> Store.open(folder).fetch(blob, transport, Progress.NONE)));
            }
            for (Future<Entry> entry : entries) {
                assertThat(entry.get().path()).hasBinaryContent(SAMPLE.bytes());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(server.log()).hasSize(1);
    }

    @Test
    void fetchesNothingWhereThereIsNothing() {
        assertThat(fetch(List.of())).isEmpty();
    }
}
