package dev.airgap.store;

import dev.airgap.http.StoppedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps threads and processes from fetching the same blob at once. A lock is a file that stays: deleting it would let
 * two holders have two files of one name. There are 4096 of them at most, so that few blobs share one.
 */
final class Locks {

    private static final Logger LOG = LoggerFactory.getLogger(Locks.class);
    private static final Duration LOOK = Duration.ofMillis(50);

    /**
     * By the lock file's real path: modules that build at once open a store each, on one folder, maybe by two names. A
     * file lock is the process's; closing any channel on the file would give up the one that another thread holds there.
     */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path folder;

    Locks(Path folder) {
        this.folder = folder;
    }

    /** Waits for the lock of a key, which begins with hex digits; gives up with an IOException when stopped. */
    Closeable acquire(String key, String label, Stop stop) throws IOException {
        String stripe = key.substring(0, 3);
        Path lock = Files.createDirectories(folder).toRealPath().resolve(stripe + ".lock");
        ReentrantLock thread = THREADS.computeIfAbsent(lock, path -> new ReentrantLock());
        while (!await(thread)) {
            stop.pause(Duration.ZERO);
        }
        try {
            FileChannel file = process(lock, label, stop);
            return () -> {
                try {
                    file.close();
                } finally {
                    thread.unlock();
                }
            };
        } catch (IOException | RuntimeException e) {
            thread.unlock();
            throw e;
        }
    }

    private static boolean await(ReentrantLock thread) throws IOException {
        try {
            return thread.tryLock(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            StoppedException stopped = new StoppedException();
            stopped.initCause(e);
            throw stopped;
        }
    }

    private static FileChannel process(Path lock, String label, Stop stop) throws IOException {
        FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            boolean told = false;
            while (!held) {
                held = tryLock(file);
                if (!held) {
                    if (!told) {
                        LOG.info("Waiting for another process that is fetching {}", label);
                        told = true;
                    }
                    stop.pause(LOOK);
                }
            }
            return file;
        } finally {
            if (!held) {
                file.close();
            }
        }
    }

    private static boolean tryLock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // The plugin in another class loader of this JVM holds it.
            return false;
        }
    }
}
