package dev.airgap.hub;

import java.util.Locale;

/**
 * Tells of files of a snapshot that a bundle goes without.
 *
 * @param what a file's path, a folder with a trailing slash, or a pattern for the shards of one checkpoint
 * @param files how many
 * @param size of all of them in bytes, or -1 where the hub does not say
 * @param reason why, a few words
 */
public record LeftOut(String what, int files, long size, String reason) {

    /** Shows it as one line of a log: {@code pytorch_model.bin (90.9 MB, pickle)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Names.shown(what)).append(" (");
        if (files != 1) {
            text.append(files).append(" files, ");
        }
        if (size >= 0) {
            text.append(bytes(size)).append(", ");
        }
        return text.append(reason).append(')').toString();
    }

    /** Writes a size in decimal units, as the Hub does. */
    static String bytes(long size) {
        if (size < 1000) {
            return size + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = size / 1000.0;
        int unit = 0;
        // 999.95 would be written as 1000.0: that is the next unit's.
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }
}
