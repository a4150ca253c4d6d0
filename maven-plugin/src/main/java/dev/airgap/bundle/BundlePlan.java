package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds all that a bundle's bytes depend on: the same plan gives the same tar on every machine.
 *
 * @param name the bundle's name, one line
 * @param version its version, one line
 * @param timestamp of every entry, cut to seconds
 * @param root the absolute path where an image will have the bundle, as {@code airgap.env} says it
 * @param targets ids, sorted
 * @param withoutDependencies whether pip has to be told {@code --no-deps}
 * @param models the snapshots that files belong to
 * @param entries all files sorted by their paths' bytes; the manifest, the checksums, the README and the environment are
 *     made here out of the others, and replaced where they are given
 */
public record BundlePlan(
        String name,
        String version,
        Instant timestamp,
        String root,
        List<String> targets,
        boolean withoutDependencies,
        List<BundledModel> models,
        List<BundleEntry> entries) {

    /** Holds a plan of a bundle that pip may check against what packages declare. */
    public BundlePlan(
            String name,
            String version,
            Instant timestamp,
            String root,
            List<String> targets,
            List<BundleEntry> entries) {
        this(name, version, timestamp, root, targets, false, List.of(), entries);
    }

    /**
     * Checks, completes and sorts the entries.
     *
     * @throws FaultException naming every path that cannot stand in a bundle
     */
    public BundlePlan {
        timestamp = timestamp.truncatedTo(ChronoUnit.SECONDS);
        targets = targets.stream().sorted().distinct().toList();
        models = List.copyOf(models);
        List<BundleEntry> given = new ArrayList<>(entries.size() + 4);
        for (BundleEntry entry : entries) {
            if (!entry.kind().derived()) {
                given.add(entry);
            }
        }
        given.sort((a, b) -> PathOrder.BYTES.compare(a.path(), b.path()));
        check(name, version, timestamp, root, targets, given);
        List<BundleEntry> all = new DerivedFiles(
                        name, version, timestamp, root, targets, withoutDependencies, models, given)
                .complete();
        all.sort((a, b) -> PathOrder.BYTES.compare(a.path(), b.path()));
        checkPaths(all);
        entries = List.copyOf(all);
    }

    /**
     * Gives the same plan with what is known of its models now; each file keeps its size and its place.
     *
     * @param known in the order of the models
     */
    public BundlePlan with(List<BundledModel.Facts> known) {
        List<BundledModel> told = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            told.add(models.get(i).with(known.get(i)));
        }
        return new BundlePlan(name, version, timestamp, root, targets, withoutDependencies, told, entries);
    }

    /** Lists the entries whose content the writer waits for, in the tar's order. */
    public List<BundleEntry> awaited() {
        return entries.stream().filter(BundleEntry::isAwaited).toList();
    }

    /** Computes the tar's size in bytes. */
    public long size() {
        return new TarLayout(this).size();
    }

    /** Computes the digest over all files but manifest and checksums, {@code sha256:…}. */
    public String digest() {
        List<ManifestFile> files = new ArrayList<>();
        for (BundleEntry entry : entries) {
            if (entry.kind() != Kind.MANIFEST && entry.kind() != Kind.CHECKSUMS) {
                files.add(new ManifestFile(entry.path(), entry.size(), entry.sha256(), "", "", List.of()));
            }
        }
        return Manifest.digestOf(files);
    }

    /** Gives the SHA-256 of {@code SHA256SUMS}, which covers every other byte; 64 hex digits. */
    public String sums() {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.CHECKSUMS)
                .findFirst()
                .orElseThrow()
                .sha256();
    }

    private static void check(
            String name,
            String version,
            Instant timestamp,
            String root,
            List<String> targets,
            List<BundleEntry> entries) {
        require(isLine(name), "The bundle's name must be one line without control characters", name);
        require(isLine(version), "The bundle's version must be one line without control characters", version);
        require(
                BundleTimestamp.fits(timestamp),
                "The bundle's timestamp is out of what a tar can hold",
                "" + timestamp);
        require(isRoot(root), "root must be an absolute path without spaces, quotes or $", root);
        for (String target : targets) {
            require(isTarget(target), "A target's id must match [a-z0-9_-]+", target);
        }
        require(
                entries.size() < ManifestJson.MOST_FILES - 4,
                "A bundle holds at most " + ManifestJson.MOST_FILES + " files",
                Integer.toString(entries.size()));
        Set<String> known = new HashSet<>(targets);
        for (BundleEntry entry : entries) {
            require(entry.size() >= 0, "A bundle's file needs a size: " + PathRules.shown(entry.path()), "");
            require(
                    Sha256.isHex(entry.sha256()),
                    "A bundle's file needs a sha256 of 64 lower-case hex digits: " + PathRules.shown(entry.path()),
                    entry.sha256());
            require(
                    entry.source().isEmpty() || isLine(entry.source()),
                    "The source of a bundle's file must be one line: " + PathRules.shown(entry.path()),
                    entry.source());
            require(
                    known.containsAll(entry.targets()),
                    "A bundle's file serves a target that the bundle does not have: " + PathRules.shown(entry.path()),
                    String.join(", ", entry.targets()));
        }
    }

    private static void checkPaths(List<BundleEntry> entries) {
        List<Fault> faults = new ArrayList<>();
        PathRules rules = new PathRules();
        for (BundleEntry entry : entries) {
            String flaw = PathRules.flaw(entry.path());
            if (flaw.isEmpty()) {
                flaw = rules.meet(entry.path());
            }
            if (!flaw.isEmpty()) {
                faults.add(new Fault(
                        "A path cannot stand in a bundle, which must unpack the same everywhere",
                        entry.source(),
                        PathRules.shown(entry.path()) + " " + PathRules.shown(flaw),
                        "Leave the file out (excludes of a model, path of a file), or give it another path."));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private static void require(boolean holds, String otherwise, String actual) {
        if (!holds) {
            String detail = actual.isEmpty() ? "" : "actual: " + PathRules.shown(actual);
            throw new FaultException(Fault.of(otherwise).because(detail));
        }
    }

    private static boolean isLine(String text) {
        return !text.isBlank() && PathRules.shown(text).equals(text) && text.length() <= 4096;
    }

    private static boolean isTarget(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' && c != '-') {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= 200;
    }

    /** A value that means the same to a shell that sources it and to Docker, which takes it as it stands. */
    private static boolean isRoot(String root) {
        boolean drive = root.length() > 2 && root.charAt(1) == ':' && root.charAt(2) == '/';
        if ((!root.startsWith("/") && !drive) || root.length() > 1000 || (root.length() > 1 && root.endsWith("/"))) {
            return false;
        }
        for (int i = 0; i < root.length(); i++) {
            char c = root.charAt(i);
            if (!Character.isLetterOrDigit(c) && "/._-+@:,=~".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
