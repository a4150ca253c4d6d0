package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import dev.airgap.lock.LockedModel.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Holds what is taken of a snapshot on this machine, hashed.
 *
 * @param plan what was chosen and what was left
 * @param identity what its files hashed to together, 40 hex digits; stands for a commit where there is none
 * @param files by path
 */
public record LocalSnapshot(SnapshotPlan plan, String identity, List<ModelFile> files) {

    private static final int MOST_TOLD = 10;
    private static final String POINTER = "version https://git-lfs.github.com/spec/v1\n";
    private static final int MOST_POINTER = 1024;

    /**
     * Chooses as from a hub, and hashes what was chosen.
     *
     * @throws FaultException where a file is no plain one, has a name that can't be in a bundle, or another content than
     *     its blob's name says
     */
    public static LocalSnapshot of(ModelRequest request, LocalTree tree, LocalDigests digests) {
        List<PlannedFile> listing = new ArrayList<>();
        for (LocalFile file : tree.files().values()) {
            boolean lfs = file.proof().length() == 64;
            listing.add(new PlannedFile(file.path(), file.size(), lfs ? "" : file.proof(), lfs ? file.proof() : ""));
        }
        Selection selection = Selection.of(request, listing);
        Hub.requireNames(request, selection.files());
        requirePlain(request, tree, selection.files());
        List<Fault> faults = new ArrayList<>();
        List<ModelFile> files = new ArrayList<>();
        int unproved = 0;
        for (PlannedFile planned : selection.files()) {
            LocalFile file = tree.files().get(planned.path());
            LocalDigests.Digest digest = digests.of(file);
            String oid = digest.oid().isEmpty() ? FileEntries.pointer(digest.sha256(), file.size()) : digest.oid();
            if (file.proof().length() == 64) {
                oid = FileEntries.pointer(digest.sha256(), file.size());
            }
            unproved += file.proof().isEmpty() ? 1 : 0;
            String actual = file.proof().length() == 64 ? digest.sha256() : digest.oid();
            if (!file.proof().isEmpty() && !file.proof().equals(actual)) {
                faults.add(damaged(request, file, actual));
            }
            files.add(new ModelFile(file.path(), file.size(), oid, digest.sha256()));
        }
        digests.save();
        if (!faults.isEmpty()) {
            throw new FaultException(faults.subList(0, Math.min(faults.size(), MOST_TOLD)));
        }
        String identity = identity(files);
        String commit = tree.commit().isEmpty() ? request.isCommit() ? request.revision() : identity : tree.commit();
        List<String> notes = !tree.commit().isEmpty() && unproved > 0
                ? List.of("The cache of " + request.shown() + " has no blobs for " + unproved
                        + " files; nothing proves them, and the lock pins them as they are")
                : List.of();
        SnapshotPlan plan = new SnapshotPlan(request, commit, selection.files(), selection.leftOut(), notes);
        return new LocalSnapshot(plan, identity, List.copyOf(files));
    }

    private static void requirePlain(ModelRequest request, LocalTree tree, List<PlannedFile> chosen) {
        List<Fault> faults = new ArrayList<>();
        for (PlannedFile planned : chosen) {
            LocalFile file = tree.files().get(planned.path());
            if (file.flaw().isEmpty() && isPointer(file)) {
                faults.add(new Fault(
                        request.shown() + " has a Git LFS pointer in the place of a file: " + Names.shown(file.path()),
                        request.where(),
                        "It lies in " + Names.shown(tree.root().toString()) + ".",
                        "Fetch the files themselves: git lfs pull, in that clone."));
            } else if (!file.flaw().isEmpty()) {
                faults.add(new Fault(
                        request.shown() + " has a file that can't be taken: " + Names.shown(file.path()) + ": "
                                + file.flaw(),
                        request.where(),
                        "It lies in " + Names.shown(tree.root().toString()) + ".",
                        isOfCache(tree)
                                ? "Name the cache by <cache>, which holds snapshots of links."
                                : "Put a plain file there, or leave it out by <excludes>, if it is not needed."));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults.subList(0, Math.min(faults.size(), MOST_TOLD)));
        }
    }

    /** Knows what a clone without Git LFS has of a big file (Git LFS specification, the pointer). */
    private static boolean isPointer(LocalFile file) {
        if (file.size() > MOST_POINTER || file.size() < POINTER.length()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file.real(), LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(POINTER.length()), StandardCharsets.ISO_8859_1).equals(POINTER);
        } catch (IOException e) {
            // Told with the reason where it is hashed.
            return false;
        }
    }

    /** Knows a folder that is a cache's snapshot, whose links all lead out of it. */
    private static boolean isOfCache(LocalTree tree) {
        return tree.commit().isEmpty()
                && tree.root().getNameCount() > 1
                && tree.root().getParent().endsWith("snapshots");
    }

    private static Fault damaged(ModelRequest request, LocalFile file, String actual) {
        return new Fault(
                "The cache's " + SnapshotLock.label(request.repo(), file.path()) + " is damaged",
                request.where(),
                "its blob is " + Names.shown(file.real().toString()) + "\nit hashes to " + actual,
                "Delete that blob and the link to it, and download the snapshot again.");
    }

    /** Hashes what {@code sha256sum} prints for the files, in the order of their paths. */
    private static String identity(List<ModelFile> files) {
        StringBuilder list = new StringBuilder();
        files.forEach(file ->
                list.append(file.sha256()).append("  ").append(file.path()).append('\n'));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] sum = digest.digest(list.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, 40);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
