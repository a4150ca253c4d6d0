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
            return Files.readString(record, StandardCharsets.UTF_8).equals(text(tar, inputs));
        } catch (IOException e) {
            // Missing or unreadable: then nothing is known about the tar, and it is sealed again.
            return false;
        }
    }

    /**
     * Records a tar that has just been sealed.
     *
     * @throws IOException where the tar is gone or the record cannot be written
     */
    public static void write(Path record, Path tar, String inputs) throws IOException {
        Path folder = record.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, ".sealed", ".part");
        try {
            Files.writeString(beside, text(tar, inputs), StandardCharsets.UTF_8);
            Files.move(beside, record, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static String text(Path tar, String inputs) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(tar, BasicFileAttributes.class);
        return "inputs=" + inputs
                + "\nsize=" + attributes.size()
                // An Instant and not the FileTime's text, which older Java cuts to what it can name.
                + "\nmtime=" + attributes.lastModifiedTime().toInstant()
                // Who edits in place and puts the time back keeps all of the above; the inode's own time nobody can
                // set.
                + "\nctime=" + changeTime(tar)
                + "\nkey=" + attributes.fileKey() + "\n";
    }

    private static String changeTime(Path tar) throws IOException {
        return tar.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? ((FileTime) Files.getAttribute(tar, "unix:ctime")).toInstant().toString()
                : "unknown";
    }
}
