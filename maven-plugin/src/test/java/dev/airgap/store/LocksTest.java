package dev.airgap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.http.ChildJvm;
import dev.airgap.http.HttpSettings;
import dev.airgap.http.OkTransport;
import dev.airgap.http.StoppedException;
import dev.airgap.testkit.LoopbackServer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens one folder by several stores at once, as the modules of one build do. */
class LocksTest {

    @TempDir
    Path folder;

    private Store again() throws IOException {
        Path link = folder.resolve("link");
        return Store.open(
                Files.exists(link)
                        ? link
                        : Files.createSymbolicLink(link, Files.createDirectories(folder.resolve("store"))));
    }

    @Test
    void fetchesEachBlobOnceForAllStoresOfAJvm() throws Exception {
        List<Blob> blobs = new ArrayList<>();
        try (LoopbackServer server = LoopbackServer.start();
                OkTransport transport =
                        OkTransport.open(HttpSettings.builder("1").build())) {
            for (int i = 0; i < 6; i++) {
                blobs.add(Sample.of(300_000 + i).at(server, "/" + i));
            }
            List<Store> stores = List.of(Store.open(folder.resolve("store")), again(), again());
            ExecutorService pool = Executors.newFixedThreadPool(18);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Entry>> all = new ArrayList<>();
            for (int thread = 0; thread < 18; thread++) {
                Store store = stores.get(thread % 3);
                Blob blob = blobs.get(thread / 3);
                all.add(pool.submit(() -> {
                    start.await();
                    return store.fetch(blob, transport, Progress.NONE);
                }));
            }
            start.countDown();
            for (int thread = 0; thread < 18; thread++) {
                assertThat(all.get(thread).get().sha256())
                        .isEqualTo(blobs.get(thread / 3).sha256());
            }
            pool.shutdown();
            assertThat(server.log()).hasSize(6);
        }
    }

    @Test
    void keepsOtherProcessesOutWhenASecondStoreGivesUpWaiting() throws Exception {
        Locks one = new Locks(folder.resolve("locks"));
        Locks two = new Locks(folder.resolve("locks"));
        Stop stopped = new Stop();
        stopped.stop();
        try (Closeable held = one.acquire("abc1", "a.whl", new Stop())) {
            assertThat(held).isNotNull();
            // Another thread, since a thread passes its own lock.
            Thread waiting = new Thread(() -> assertThatThrownBy(() -> two.acquire("abc2", "b.whl", stopped))
                    .isInstanceOf(StoppedException.class));
            waiting.start();
            waiting.join();
            assertThat(child()).isEqualTo("held");
        }
        assertThat(child()).isEqualTo("free");
    }

    private String child() throws Exception {
        Path lock = folder.resolve("locks").resolve("abc.lock");
        return ChildJvm.output(ChildJvm.start(List.of("-Xmx32m"), Trying.class, lock.toString()));
    }

    /** Tells whether another process holds a lock file. */
    static final class Trying {
        public static void main(String[] arguments) throws IOException {
            try (FileChannel file = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.out.print(file.tryLock() == null ? "held" : "free");
            }
        }
    }
}
