package dev.airgap.store;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.StoppedException;
import dev.airgap.http.Transport;
import dev.airgap.http.TransportException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps files by what they hold, as {@code sha256/ab/cdef…}. Several threads and processes may share one folder: each
 * file is written beside and moved into place, each blob fetched by one at a time, and what a killed process left is
 * continued.
 */
public final class Store {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Path root;
    private final Locks locks;
    private final Disk disk;

    private final Split split;

    private Store(Path root, Split split) {
        this.root = root.toAbsolutePath();
        this.split = split;
        this.locks = new Locks(this.root.resolve("locks"));
        this.disk = new Disk(this.root);
    }

    /** Opens the store in a folder; nothing is touched before it is used. */
    public static Store open(Path root) {
        return open(root, Split.USUAL);
    }

    static Store open(Path root, Split split) {
        return new Store(root, split);
    }

    public Path root() {
        return root;
    }

    /**
     * Gives a folder of the store for other caches, made where needed.
     *
     * @param name letters, digits and dashes
     */
    public Path folder(String name) throws IOException {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("no folder's name: " + name);
        }
        return Files.createDirectories(root.resolve(name));
    }

    /**
     * Finds a file by its content; one of another size is damaged, and dropped.
     *
     * @param sha256 64 lower-case hex digits
     * @param size in bytes, or -1 where unknown
     */
    public Optional<Path> find(String sha256, long size) {
        return findEntry(sha256, size).map(Entry::path);
    }

    /** Finds a file as {@link #find} does, and gives its size too. */
    public Optional<Entry> findEntry(String sha256, long size) {
        Blob.requireHex(sha256, 64, "sha256");
        return entry(sha256, size);
    }

    /** Finds a file by its git oid, if it was fetched by it. */
    public Optional<Entry> findGit(String gitOid, long size) {
        Blob.requireHex(gitOid, 40, "git oid");
        Path alias = split("git", gitOid);
        try {
            String sha256 = Files.exists(alias) ? Files.readString(alias, StandardCharsets.US_ASCII) : "";
            return sha256.length() == 64 ? entry(sha256, size) : Optional.empty();
        } catch (IOException e) {
            throw disk.explain(e, "an entry", 0);
        }
    }

    private Optional<Entry> entry(String sha256, long size) {
        Path path = split("sha256", sha256);
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (found.isRegularFile() && (size < 0 || found.size() == size)) {
            return Optional.of(new Entry(path, sha256, found.size()));
        }
        // The size that was asked for may be what is wrong: an entry that hashes to its name is good for others.
        if (!found.isRegularFile() || !intact(path, sha256, found.size())) {
            drop(path, found.isRegularFile() ? "its size is " + found.size() + " instead of " + size : "it is no file");
        }
        return Optional.empty();
    }

    private static boolean intact(Path path, String sha256, long size) {
        try (FileChannel from = FileChannel.open(path, StandardOpenOption.READ)) {
            return new VerifiedRead(from, new Entry(path, sha256, size)).into(null);
        } catch (IOException e) {
            return false;
        }
    }

    private void drop(Path path, String why) {
        LOG.warn("The store's {} is damaged ({}); it will be fetched again", path, why);
        try {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                // Whoever put a folder there may want what it holds.
                Path aside = Files.createDirectories(root.resolve("damaged"));
                Files.move(path, aside.resolve(path.getFileName() + "-" + UUID.randomUUID()));
            } else {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw disk.explain(e, "a damaged entry", 0);
        }
    }

    private Path split(String kind, String hex) {
        return root.resolve(kind).resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }

    /** Fetches a blob without a tee. */
    public Entry fetch(Blob blob, Transport transport, Progress progress) {
        return fetch(blob, transport, null, progress);
    }

    /**
     * Gives a blob from the store, or fetches it into the store; its bytes pass the tee either way.
     *
     * @param tee null for none
     * @throws FaultException where it can't be had or is not what it should be
     */
    public Entry fetch(Blob blob, Transport transport, Tee tee, Progress progress) {
        return fetch(blob, transport, tee, progress, new Stop(), new Lanes(1));
    }

    Entry fetch(Blob blob, Transport transport, Tee tee, Progress progress, Stop stop, Lanes lanes) {
        try {
            Optional<Entry> there = present(blob, tee);
            if (there.isPresent()) {
                return there.get();
            }
            String key = key(blob);
            try (Closeable held = locks.acquire(key.substring(key.indexOf('-') + 1), blob.label(), stop)) {
                there = present(blob, tee);
                return there.isPresent() ? there.get() : download(key, blob, transport, tee, progress, stop, lanes);
            }
        } catch (TransportException e) {
            throw new FaultException(e.fault(), e);
        } catch (StoppedException e) {
            throw new FaultException(Fault.of("Fetching " + blob.label() + " was interrupted"), e);
        } catch (IOException e) {
            throw disk.explain(e, blob.label(), blob.size());
        }
    }

    private Entry download(
            String key, Blob blob, Transport transport, Tee tee, Progress progress, Stop stop, Lanes lanes)
            throws IOException {
        try (Partial partial = Partial.open(root.resolve("partial"), key)) {
            if (blob.size() >= 0) {
                disk.demand(blob.size() - Math.min(blob.size(), partial.there()));
            }
            Intake intake = new Intake(blob, partial, tee, progress);
            Crew crew = new Crew(blob, transport, partial, split, lanes);
            Check.Verdict verdict = new Download(blob, transport, stop, partial, intake, crew).run(progress);
            long size = partial.length();
            Path path = split("sha256", verdict.sha256());
            partial.commit(path);
            if (blob.sha256().isEmpty() && !blob.gitOid().isEmpty()) {
                AtomicFile.write(split("git", blob.gitOid()), verdict.sha256().getBytes(StandardCharsets.US_ASCII));
            }
            Entry entry = new Entry(path, verdict.sha256(), size);
            progress.finished(blob, entry);
            return entry;
        } catch (IOException | RuntimeException e) {
            progress.failed(blob, e);
            throw e;
        }
    }

    /** Tells how much of a blob a former run has left. */
    long partial(Blob blob) {
        try {
            return Partial.left(root.resolve("partial"), key(blob));
        } catch (IOException e) {
            return 0;
        }
    }

    /** Names a blob's partial file by what proves it, else by where it comes from. */
    private static String key(Blob blob) {
        if (!blob.sha256().isEmpty()) {
            return "sha256-" + blob.sha256();
        }
        if (!blob.gitOid().isEmpty()) {
            return "git-" + blob.gitOid();
        }
        byte[] url = blob.url().toString().getBytes(StandardCharsets.UTF_8);
        return "url-" + HexFormat.of().formatHex(Check.digest("SHA-256").digest(url));
    }

    private Optional<Entry> present(Blob blob, Tee tee) throws IOException {
        Optional<Entry> found = Optional.empty();
        if (!blob.sha256().isEmpty()) {
            found = entry(blob.sha256(), blob.size());
        } else if (!blob.gitOid().isEmpty()) {
            found = findGit(blob.gitOid(), blob.size());
        }
        return tee == null || found.isEmpty() || copy(found.get(), tee) ? found : Optional.empty();
    }

    /**
     * Copies an entry: by the system where the tee gives a channel, else hashed on the way.
     *
     * @return false where the entry proved damaged; it is dropped then, and the tee reset
     */
    public boolean copy(Entry entry, Tee tee) throws IOException {
        try (FileChannel from = FileChannel.open(entry.path(), StandardOpenOption.READ);
                FileChannel to = tee.channel()) {
            if (to != null) {
                long done = 0;
                while (done < entry.size()) {
                    long moved = from.transferTo(done, entry.size() - done, to);
                    if (moved <= 0) {
                        throw new IOException(entry.path() + " ended at " + done + " of " + entry.size() + " bytes");
                    }
                    done += moved;
                }
                return true;
            }
            VerifiedRead read = new VerifiedRead(from, entry);
            if (read.into(tee)) {
                return true;
            }
        }
        drop(entry.path(), "its sha256 is another");
        tee.reset();
        return false;
    }

    /** Reads an entry and compares its hash; where it is damaged it is dropped. */
    public boolean verify(Entry entry) throws IOException {
        try (FileChannel from = FileChannel.open(entry.path(), StandardOpenOption.READ)) {
            if (new VerifiedRead(from, entry).into(null)) {
                return true;
            }
        }
        drop(entry.path(), "its sha256 is another");
        return false;
    }

    /** Says how much of so many blobs is missing, and makes sure that it fits on the disk. */
    void demand(long bytes) {
        try {
            disk.demand(bytes);
        } catch (IOException e) {
            throw new FaultException(
                    new Fault(
                            "The store's folder can't be used",
                            root.toString(),
                            SafeUrl.printable(String.valueOf(e)),
                            "correct its permissions, or name another by -Dairgap.store or AIRGAP_STORE"),
                    e);
        }
    }
}
