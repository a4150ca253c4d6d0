package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks a zip, a tar or a tar.gz into a bundle: plain files alone, with names that mean the same everywhere.
 *
 * @param file where it lies on this machine
 * @param label how people are told of it
 * @param where the place that asks for it, for people
 * @param folder where its files go, below the bundle's root
 * @param strip how many leading folders of each name are dropped
 */
public record Archive(Path file, String label, String where, String folder, int strip) {

    private static final int BUFFER = 1 << 16;

    /**
     * Describes a file of an archive.
     *
     * @param path below the bundle's root
     * @param size in bytes
     * @param sha256 64 lower-case hex digits
     */
    public record Member(String path, long size, String sha256) {}

    /**
     * Lists its files, in their order; all of it is read, since no header can be believed.
     *
     * @throws FaultException where it is no archive that is read, or holds what must not be unpacked
     */
    public List<Member> members() {
        List<Member> members = new ArrayList<>();
        walk((place, content) -> members.add(passed(place, content, null)));
        if (members.isEmpty()) {
            throw flawed("It holds no file.", null);
        }
        return members;
    }

    /**
     * Writes its files to their slots.
     *
     * @param members as {@link #members} gave them
     * @throws FaultException where it changed since
     */
    public void lay(List<Member> members, Function<String, Slot> slots) {
        Map<String, Member> known = new HashMap<>();
        members.forEach(member -> known.put(member.path(), member));
        walk((place, content) -> {
            if (!known.containsKey(place)
                    || !passed(place, content, slots.apply(place)).equals(known.get(place))) {
                throw new ArchiveFlaw("The entry " + PathRules.shown(place) + " changed while it was read");
            }
        });
    }

    /**
     * Writes its files below a folder of this machine.
     *
     * @param empty a folder that nobody else writes to
     * @throws FaultException where it is no archive that is read, or holds what must not be unpacked
     * @throws UncheckedIOException where the folder can't be written
     */
    public void unpack(Path empty) {
        walk((place, content) -> {
            Path to = empty.resolve(place.substring(folder.length() + 1));
            byte[] bytes = new byte[BUFFER];
            try (FileChannel out = create(to)) {
                for (int count = content.read(bytes); count >= 0; count = content.read(bytes)) {
                    written(out, ByteBuffer.wrap(bytes, 0, count));
                }
            }
        });
    }

    private static FileChannel create(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            // Told apart from the archive's own damage.
            throw new UncheckedIOException(e);
        }
    }

    private static void written(FileChannel out, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Member passed(String place, InputStream content, Slot slot) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] bytes = new byte[BUFFER];
        long size = 0;
        for (int count = content.read(bytes); count >= 0; count = content.read(bytes)) {
            digest.update(bytes, 0, count);
            if (slot != null) {
                slot.write(size, ByteBuffer.wrap(bytes, 0, count));
            }
            size += count;
        }
        return new Member(place, size, Sha256.end(digest));
    }

    private void walk(ArchiveVisitor visitor) {
        ArchiveNames names = new ArchiveNames(folder, strip);
        try {
            ArchiveLimits limits = new ArchiveLimits(Files.size(file));
            if (ZipArchive.is(head(false), TarArchive.BLOCK)) {
                ZipArchive.walk(file, names, limits, visitor);
            } else {
                boolean packed = isGzip(head(false));
                if (!TarArchive.is(head(packed), TarArchive.BLOCK)) {
                    throw new ArchiveFlaw(packed ? "it is a gzip file that holds no tar" : "it is none of these");
                }
                try (InputStream in = open(packed)) {
                    TarArchive.walk(in, names, limits, visitor);
                }
            }
            names.end();
        } catch (ArchiveFlaw e) {
            throw flawed(sentence(e.getMessage()), e);
        } catch (IOException | IllegalArgumentException e) {
            throw flawed("It is damaged: " + PathRules.shown(String.valueOf(e.getMessage())) + ".", e);
        }
    }

    /** Gives the first block, filled with zeros. */
    private byte[] head(boolean packed) throws IOException {
        try (InputStream in = open(packed)) {
            byte[] head = new byte[TarArchive.BLOCK];
            in.readNBytes(head, 0, head.length);
            return head;
        }
    }

    private InputStream open(boolean packed) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return packed
                    ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER)
                    : new BufferedInputStream(in, BUFFER);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static boolean isGzip(byte[] head) {
        return head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    private static String sentence(String flaw) {
        return Character.toUpperCase(flaw.charAt(0)) + flaw.substring(1) + ".";
    }

    private FaultException flawed(String why, Exception cause) {
        Fault fault = Fault.of("The archive " + PathRules.shown(label) + " can't be unpacked")
                .at(where)
                .because(why)
                .advise("Name a zip, a tar or a tar.gz of plain files, or take <unpack> out to have it laid as it is.");
        return cause == null ? new FaultException(fault) : new FaultException(fault, cause);
    }
}
