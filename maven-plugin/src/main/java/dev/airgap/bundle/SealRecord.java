package dev.airgap.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Remembers what a tar was sealed from and how its file looked then, so that "still current?" costs two small reads: no
 * hashing, and none of the classes that sealing needs.
 */
public final class SealRecord {

    private SealRecord() {}

    /**
     * Tells whether the tar is the one that was recorded, untouched, and sealed from these inputs.
     *
     * @param record the record's file; it may be missing
     * @param tar may be missing
     * @param inputs a digest over all that the tar depends on, the plugin's version too
     */
    public static boolean current(Path record, Path tar, String inputs) {
        try {
            return Files.readString(record, StandardCharsets.UTF_8).equals(text(changeTime(tar), stamp(tar), inputs));
        } catch (IOException e) {
            // Missing or unreadable: then nothing is known about the tar, and it is sealed again.
            return false;
        }
    }

    /**
     * Records a tar that has just been sealed.
     *
     * @param stamp how the sealed file looked before it was moved to its place, as {@link BundleWriter#finish()} gives it
     * @throws IOException where another file took the tar's place since, or the record cannot be written
     */
    public static void write(Path record, Path tar, String stamp, String inputs) throws IOException {
        String changed = changeTime(tar);
        if (!stamp(tar).equals(stamp)) {
            throw new IOException("another process replaced " + tar + " right after it was sealed");
        }
        Path folder = record.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, ".sealed", ".part");
        try {
            Files.writeString(beside, text(changed, stamp, inputs), StandardCharsets.UTF_8);
            Files.move(beside, record, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Describes a file by what a move leaves as it is: size, time, file key. */
    static String stamp(Path tar) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(tar, BasicFileAttributes.class);
        return "size=" + attributes.size()
                // An Instant and not the FileTime's text, which older Java cuts to what it can name.
                + "\nmtime=" + attributes.lastModifiedTime().toInstant()
                + "\nkey=" + attributes.fileKey() + "\n";
    }

    /** Who edits in place and puts the time back keeps the stamp; the inode's own time nobody can set. */
    private static String changeTime(Path tar) throws IOException {
        return tar.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? ((FileTime) Files.getAttribute(tar, "unix:ctime")).toInstant().toString()
                : "unknown";
    }

    private static String text(String changed, String stamp, String inputs) {
        return "inputs=" + inputs + "\nctime=" + changed + "\n" + stamp;
    }
}
