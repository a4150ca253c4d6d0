package dev.airgap.hub;

import java.util.List;

/**
 * Holds what one snapshot will be made of.
 *
 * @param request what was asked for
 * @param commit 40 lower-case hex digits
 * @param files the chosen ones, by path
 * @param leftOut what was not chosen, and why, in the order of a listing
 * @param notes what could not be proved and for which cause, a clause each; empty for a hub that keeps its contract
 */
public record SnapshotPlan(
        ModelRequest request, String commit, List<PlannedFile> files, List<LeftOut> leftOut, List<String> notes) {

    public SnapshotPlan {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }

    /** Gives the notes as sentences. */
    public List<String> sentences() {
        return notes.stream()
                .map(note -> Character.toUpperCase(note.charAt(0)) + note.substring(1) + ".")
                .toList();
    }

    /** Adds up the chosen files, in bytes; those of unknown size count nothing. */
    public long size() {
        long size = 0;
        for (PlannedFile file : files) {
            size += Math.max(0, file.size());
        }
        return size;
    }

    /**
     * Plans one file.
     *
     * @param path checked, segments separated by a slash
     * @param size in bytes, or -1 where the hub does not say
     * @param oid git oid, 40 lower-case hex digits, of the blob or of the LFS pointer; empty where the hub does not say
     * @param sha256 of the content, or empty for a file that git itself holds: known once it was fetched
     */
    public record PlannedFile(String path, long size, String oid, String sha256) {}
}
