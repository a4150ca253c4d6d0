package dev.airgap.bundle;

import java.util.ArrayList;
import java.util.List;

/** Turns the names in an archive into places in the bundle, and notes which of them can't be one. */
final class ArchiveNames {

    private static final int MOST_TOLD = 5;

    private final String folder;
    private final int strip;
    private final PathRules rules = new PathRules();
    private final List<String> flaws = new ArrayList<>();

    /**
     * Begins an archive.
     *
     * @param folder where it is unpacked, below the bundle's root
     * @param strip how many leading folders of each name are dropped
     */
    ArchiveNames(String folder, int strip) {
        this.folder = folder;
        this.strip = strip;
    }

    /** Gives the place of a file; empty where it can have none. */
    String file(String raw) throws ArchiveFlaw {
        String name = plain(raw);
        // Before anything is dropped: what climbs out in its first folder is hostile all the same.
        String flaw = PathRules.flaw(name);
        String rest = name;
        for (int i = 0; i < strip && flaw.isEmpty(); i++) {
            int slash = rest.indexOf('/');
            if (slash < 0) {
                flaw = "lies above what <strip>" + strip + "</strip> leaves";
            }
            rest = rest.substring(slash + 1);
        }
        String place = folder + "/" + rest;
        if (flaw.isEmpty()) {
            flaw = PathRules.flaw(place);
        }
        if (flaw.isEmpty()) {
            flaw = rules.meet(place);
        }
        return flaw.isEmpty() ? place : refused(raw, flaw);
    }

    /** Judges the name of a folder, which is made by its files alone. */
    void folder(String raw) throws ArchiveFlaw {
        String name = plain(raw);
        name = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        String flaw = name.isEmpty() || name.equals(".") ? "" : PathRules.flaw(name);
        if (raw.startsWith("/")) {
            flaw = "is absolute";
        }
        if (!flaw.isEmpty()) {
            refused(raw, flaw);
        }
    }

    /** Notes what can't be laid; always gives an empty place. */
    String refused(String raw, String flaw) throws ArchiveFlaw {
        flaws.add("The entry " + PathRules.shown(raw) + " " + PathRules.shown(flaw));
        if (flaws.size() >= MOST_TOLD) {
            end();
        }
        return "";
    }

    /** Throws what was noted. */
    void end() throws ArchiveFlaw {
        if (!flaws.isEmpty()) {
            throw new ArchiveFlaw(String.join(".\n", flaws));
        }
    }

    /** tar -C folder . begins each name so. */
    private static String plain(String raw) {
        String name = raw;
        while (name.startsWith("./")) {
            name = name.substring(2);
        }
        return name;
    }
}
