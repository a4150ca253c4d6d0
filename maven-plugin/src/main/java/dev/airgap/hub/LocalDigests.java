package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.store.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hashes the files of a folder, and remembers what they hashed to while size, times and inode stay: whether a folder
 * changed must not cost a read of gigabytes.
 */
public final class LocalDigests {

    private static final Logger LOG = LoggerFactory.getLogger(LocalDigests.class);

    /** The Hub takes bigger files by LFS alone, whose oid is a pointer's; no SHA-1 of theirs is of use to anyone. */
    static final long MOST_PLAIN = 10L << 20;

    /** The coarsest clocks of file systems (FAT): a file changed so lately may change again unseen. */
    private static final long RACY_SECONDS = 2;

    /** What takes more than a second or so to read. */
    private static final long WORTH_A_WORD = 500L << 20;

    private static final int BUFFER = 1 << 18;

    /**
     * Holds what a file hashed to.
     *
     * @param oid the git oid of its blob; empty for a file whose oid is an LFS pointer's
     */
    record Digest(String sha256, String oid) {}

    private record Known(String stamp, Digest digest) {}

    private record Stamp(long size, String text, Instant latest) {}

    private final Path memory;
    private final Clock clock;
    private final Map<String, Known> known;
    private final SortedMap<String, Known> seen = new TreeMap<>();
    private boolean changed;

    private LocalDigests(Path memory, Clock clock, Map<String, Known> known) {
        this.memory = memory;
        this.clock = clock;
        this.known = known;
    }

    /**
     * Begins with what is remembered of a folder; nothing where that can't be read.
     *
     * @param caches a folder for what is remembered
     * @param root the folder whose files will be hashed
     */
    public static LocalDigests of(Path caches, Path root, Clock clock) {
        byte[] place = root.toString().getBytes(StandardCharsets.UTF_8);
        Path memory = caches.resolve(HexFormat.of().formatHex(digest("SHA-256").digest(place)) + ".tsv");
        Map<String, Known> known = new HashMap<>();
        try {
            for (String line : Files.exists(memory) ? Files.readAllLines(memory) : List.<String>of()) {
                String[] parts = line.split("\t", -1);
                boolean oid = parts.length == 4 && (parts[2].isEmpty() || Names.isHex(parts[2], 40));
                if (oid && Names.isHex(parts[1], 64)) {
                    known.put(parts[3], new Known(parts[0], new Digest(parts[1], parts[2])));
                }
            }
        } catch (IOException e) {
            LOG.debug("{} is not used: {}", memory, e.getMessage());
        }
        return new LocalDigests(memory, clock, known);
    }

    /**
     * Hashes a file, or remembers what it hashed to.
     *
     * @throws FaultException where it can't be read, or changes while it is
     */
    Digest of(LocalFile file) {
        boolean plain = file.size() <= MOST_PLAIN || file.proof().length() == 40;
        Instant now = clock.instant();
        try {
            Stamp before = stamp(file.real());
            Known old = known.get(file.path());
            if (old != null
                    && old.stamp().equals(before.text())
                    && old.digest().oid().isEmpty() != plain) {
                seen.put(file.path(), old);
                return old.digest();
            }
            if (before.size() > WORTH_A_WORD) {
                LOG.info("Reading {}: {} MB", Names.shown(file.real().toString()), before.size() / 1_000_000);
            }
            Digest digest = read(file.real(), before.size(), plain);
            if (before.size() != file.size() || !stamp(file.real()).text().equals(before.text())) {
                throw new FaultException(Fault.of("A file changed while it was read: " + Names.shown(file.path()))
                        .at(Names.shown(file.real().toString()))
                        .advise("Wait until whoever writes there is done, and run again."));
            }
            changed = true;
            if (before.latest().plusSeconds(RACY_SECONDS).isBefore(now)) {
                seen.put(file.path(), new Known(before.text(), digest));
            }
            return digest;
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("A file of a model can't be read: " + Names.shown(file.path()))
                            .at(Names.shown(file.real().toString()))
                            .because(Names.shown(String.valueOf(e)))
                            .advise("Give yourself read permission there."),
                    e);
        }
    }

    /** Keeps what was learnt; where that fails, the next run reads once more. */
    public void save() {
        if (!changed) {
            return;
        }
        StringBuilder text = new StringBuilder();
        seen.forEach((path, one) -> text.append(one.stamp())
                .append('\t')
                .append(one.digest().sha256())
                .append('\t')
                .append(one.digest().oid())
                .append('\t')
                .append(path)
                .append('\n'));
        try {
            AtomicFile.write(memory, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("{} is not kept: {}", memory, e.getMessage());
        }
    }

    private static Digest read(Path file, long size, boolean plain) throws IOException {
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest git = FileEntries.sha1();
        git.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha256.update(buffer, 0, n);
                if (plain) {
                    git.update(buffer, 0, n);
                }
            }
        }
        HexFormat hex = HexFormat.of();
        return new Digest(hex.formatHex(sha256.digest()), plain ? hex.formatHex(git.digest()) : "");
    }

    /** Gives all that changes with the content, as far as the system tells it. */
    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant latest = basic.lastModifiedTime().toInstant();
        String text = basic.size() + " " + latest;
        try {
            Map<String, Object> unix = Files.readAttributes(file, "unix:ctime,ino", LinkOption.NOFOLLOW_LINKS);
            // No program can set a ctime back, as it can an mtime.
            Instant change = ((FileTime) unix.get("ctime")).toInstant();
            latest = change.isAfter(latest) ? change : latest;
            text += " " + change + " " + unix.get("ino");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            LOG.trace("Windows has no ctime", e);
        }
        return new Stamp(basic.size(), text, latest);
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}
