package dev.airgap.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.http.ChildJvm;
import dev.airgap.http.HttpSettings;
import dev.airgap.http.OkTransport;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.Seen;
import dev.airgap.testkit.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    private static final Sample SAMPLE = Sample.of(33_000_000);
    /** Big enough to be shared among connections. */
    private static final Sample BIG = Sample.of(64_000_000);

    private static final long STALL = 24_000_000;

    @TempDir
    Path folder;

    private Process start(Blob blob) throws IOException {
        return ChildJvm.start(
                List.of("-Xmx64m"),
                FetchMain.class,
                folder.toString(),
                blob.url().toString(),
                blob.sha256(),
                String.valueOf(blob.size()));
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads lines until one holds a text; fails at the end of the output. */
    private static String await(BufferedReader lines, String text) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.append(line).append('\n');
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("no line with \"" + text + "\" in:\n" + all);
    }

    @Test
    void continuesWhatAKilledProcessLeft() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.start();
                OkTransport transport =
                        OkTransport.open(HttpSettings.builder("1").build())) {
            Blob blob = SAMPLE.at(server, "/a.whl");
            server.trouble("/a.whl", Trouble.stallAfter(STALL, never).times(1));
            Process child = start(blob);
            // The last whole buffer before the stall: 91 of 256 KiB.
            await(reader(child), "advanced " + (STALL / (256 * 1024) * (256 * 1024)));
            child.destroyForcibly().waitFor();

            Recording heard = new Recording();
            Entry entry = Store.open(folder).fetch(blob, transport, heard, heard);
            assertThat(entry.sha256()).isEqualTo(SAMPLE.sha256());
            assertThat(heard.bytes()).isEqualTo(SAMPLE.bytes());
            assertThat(heard.already()).isBetween(STALL - 256 * 1024, STALL);
            assertThat(server.log()).hasSize(2);
            assertThat(server.log().get(1).range()).contains("bytes=" + heard.already() + "-");
            assertThat(server.log().get(1).header("If-Range")).contains("\"v1\"");
            assertThat(server.log().get(1).bytes()).isEqualTo(SAMPLE.size() - heard.already());
        } finally {
            never.countDown();
        }
    }

    @Test
    void continuesThePiecesThatAKilledProcessLeft() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.start();
                OkTransport transport =
                        OkTransport.open(HttpSettings.builder("1").build())) {
            Blob blob = BIG.at(server, "/big.bin");
            server.trouble("/big.bin", Trouble.stallAfter(3_000_000, never));
            Process child = start(blob);
            // Eight connections, each with the whole buffers before its stall: 11 of 256 KiB.
            long left = 8 * 11 * 256 * 1024L;
            Path partial = folder.resolve("partial");
            while (!Files.exists(partial.resolve("sha256-" + blob.sha256() + ".spans"))
                    || Partial.left(partial, "sha256-" + blob.sha256()) < left) {
                assertThat(child.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
            }
            child.destroyForcibly().waitFor();
            server.peace().clearLog();

            Recording heard = new Recording();
            Entry entry = Store.open(folder).fetch(blob, transport, heard, heard);
            assertThat(entry.sha256()).isEqualTo(BIG.sha256());
            assertThat(heard.bytes()).isEqualTo(BIG.bytes());
            assertThat(heard.already()).isEqualTo(left);
            assertThat(server.log().stream().mapToLong(Seen::bytes).sum()).isEqualTo(BIG.size() - left);
        } finally {
            never.countDown();
        }
    }

    @Test
    void letsASecondProcessWaitAndTakeTheFinishedEntry() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.start()) {
            Blob blob = SAMPLE.at(server, "/a.whl");
            server.trouble("/a.whl", Trouble.stallAfter(STALL, latch).times(1));
            Process first = start(blob);
            BufferedReader one = reader(first);
            await(one, "advanced");
            Process second = start(blob);
            BufferedReader two = reader(second);
            await(two, "Waiting for another process that is fetching a.whl");
            latch.countDown();
            await(one, "fetched " + SAMPLE.size());
            assertThat(await(one, "done")).isEqualTo("done " + SAMPLE.sha256());
            assertThat(two.readLine()).isEqualTo("done " + SAMPLE.sha256());
            assertThat(first.waitFor()).isZero();
            assertThat(second.waitFor()).isZero();
            assertThat(server.log()).hasSize(1);
        }
    }
}
