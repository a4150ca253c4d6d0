package dev.airgap.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Tells a full disk from other failures to write, and says what is needed and what is there. */
public final class FullDisk {

    /** Where less is left than this, a failed write is laid to it: not even a cached page would fit. */
    private static final long LITTLE = 1 << 20;

    private FullDisk() {}

    /**
     * Explains a failed write; empty where the disk is not full.
     *
     * @param what the thing that could not be written, as it stands in a sentence
     * @param folder where it was written to
     * @param needed in bytes, or -1 where unknown
     * @param next what to do
     */
    public static Optional<Fault> of(IOException cause, String what, Path folder, long needed, String next) {
        long free = free(folder);
        boolean little = free >= 0 && free < Math.max(needed, LITTLE);
        return little || said(cause) ? Optional.of(fault(what, folder, needed, free, next)) : Optional.empty();
    }

    /**
     * Describes a full disk.
     *
     * @param needed in bytes, or -1 where unknown
     * @param free in bytes, or -1 where unknown
     */
    public static Fault fault(String what, Path folder, long needed, long free, String next) {
        return new Fault(
                "The disk is full: " + what + " can't be written",
                folder.toString(),
                "needed: " + text(needed) + "\nfree: " + text(free),
                next);
    }

    /** The system's words depend on its language; these are the usual ones, a quota's among them. */
    private static boolean said(IOException cause) {
        String text = String.valueOf(cause.getMessage());
        return text.contains("No space left on device")
                || text.contains("Disk quota exceeded")
                || text.contains("not enough space on the disk");
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return -1;
        }
    }

    private static String text(long bytes) {
        if (bytes < 0) {
            return "an unknown number of bytes";
        }
        return bytes < 10_000
                ? bytes + " bytes"
                : String.format(Locale.ROOT, "%,d bytes (%.1f MB)", bytes, bytes / 1e6);
    }
}
