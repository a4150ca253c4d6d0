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

    private static final String DIGEST = "\ndigest=";

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
            String expected = looks(stamp(tar), inputs) + changeTime(tar) + DIGEST;
            return Files.readString(record, StandardCharsets.UTF_8).startsWith(expected);
        } catch (IOException e) {
            // Missing or unreadable: then nothing is known about the tar, and it is sealed again.
            return false;
        }
    }

    /**
     * Gives the digest that the tar must have to be the recorded one still, where all but the inode's own time is as it
     * was; empty where more has changed. Maven 4 links each artifact into a folder of its own, which touches the inode as
     * an edit does: only the bytes tell.
     */
    public static String touched(Path record, Path tar, String inputs) {
        try {
            String text = Files.readString(record, StandardCharsets.UTF_8);
            int digest = text.lastIndexOf(DIGEST);
            return digest > 0 && text.startsWith(looks(stamp(tar), inputs))
                    ? text.substring(digest + DIGEST.length()).strip()
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Records a tar that has just been sealed.
     *
     * @param digest of its content, {@code sha256:…}
     * @param stamp how the sealed file looked before it was moved to its place, as {@link BundleWriter#finish()} gives it
     * @throws IOException where another file took the tar's place since, or the record cannot be written
     */
    public static void write(Path record, Path tar, String digest, String stamp, String inputs) throws IOException {
        String changed = changeTime(tar);
        if (!stamp(tar).equals(stamp)) {
            throw new IOException("another process replaced " + tar + " right after it was sealed");
        }
        Path folder = record.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, ".sealed", ".part");
        try {
            Files.writeString(beside, looks(stamp, inputs) + changed + DIGEST + digest + "\n", StandardCharsets.UTF_8);
            Files.move(beside, record, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Describes a file by what a move leaves as it is: size, time, file key. */
    public static String stamp(Path tar) throws IOException {
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

    private static String looks(String stamp, String inputs) {
        return "inputs=" + inputs + "\n" + stamp + "ctime=";
    }
}
