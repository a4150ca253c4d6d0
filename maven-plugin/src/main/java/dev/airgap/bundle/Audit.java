package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the checks that unpacking and verifying share, cheap ones first, and keeps what they found. */
final class Audit {

    static final String NAMES = "All entries are plain files under names that are safe everywhere";
    static final String MANIFEST = "airgap.json is there and can be read";
    static final String SUMS = "SHA256SUMS covers airgap.json and every file, and agrees with airgap.json";
    static final String DIGEST = "The bundle's digest follows from its files";
    static final String COMPLETE = "Every listed file is there in its size";
    static final String NOTHING_ELSE = "Nothing else is there";
    static final String CONTENT = "Every file's content has its sha256";
    static final String CLOSURE = "Every pinned requirement has its wheel";

    private static final int MOST_KEPT = 10_000;
    private static final String AGAIN = "Get the bundle again from where it was sealed.";

    private final BundleView view;
    private final List<Report.Check> checks = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private Manifest manifest;
    private byte[] manifestBytes = {};
    private byte[] sumsBytes = {};

    Audit(BundleView view) {
        this.view = view;
    }

    /** Returns the manifest; null where it cannot be read. */
    Manifest manifest() {
        return manifest;
    }

    byte[] manifestBytes() {
        return manifestBytes;
    }

    byte[] sumsBytes() {
        return sumsBytes;
    }

    /**
     * Checks all that needs no content but the manifest's and the checksums'.
     *
     * @param expected the digest that the bundle must have, {@code sha256:…}; empty where any will do
     */
    void listing(String expected) {
        done(NAMES, view.files().size(), view.faults());
        readManifest();
        if (manifest == null) {
            for (String name : List.of(SUMS, DIGEST, COMPLETE, NOTHING_ELSE)) {
                checks.add(new Report.Check(name, Report.Verdict.SKIPPED, 0));
            }
            return;
        }
        checkSums();
        checkDigest(expected);
        checkComplete();
        checkNothingElse();
    }

    /** Reads every listed file that has its size, and compares its checksum. */
    void contents() {
        if (manifest == null) {
            checks.add(new Report.Check(CONTENT, Report.Verdict.SKIPPED, 0));
            return;
        }
        List<ManifestFile> files = new ArrayList<>();
        for (ManifestFile file : manifest.files()) {
            if (view.files().getOrDefault(file.path(), -1L) == file.size()) {
                files.add(file);
            }
        }
        List<Fault> found = new ArrayList<>();
        try {
            new Workers("verify").each(files, ManifestFile::size, this::checkContent);
        } catch (FaultException e) {
            found.addAll(e.faults());
            if (found.size() >= Workers.MOST_FAULTS) {
                found.add(fault("The contents were not compared any further after so many changed files", ""));
            }
        }
        done(CONTENT, files.size(), found);
    }

    /** Checks that pip will find what the requirements pin. */
    void closure() {
        if (manifest == null) {
            checks.add(new Report.Check(CLOSURE, Report.Verdict.SKIPPED, 0));
            return;
        }
        Closure closure = new Closure(manifest, view);
        closure.check();
        done(CLOSURE, closure.pins(), closure.faults());
    }

    void passed(String name, long count) {
        done(name, count, List.of());
    }

    List<Fault> faults() {
        return faults;
    }

    Report report(String tool, Instant time) {
        long bytes = 0;
        for (long size : view.files().values()) {
            bytes += size;
        }
        Manifest known = manifest == null ? Manifest.NONE : manifest;
        return report(tool, time, known, sumsBytes, view.files().size(), bytes);
    }

    /** Reports on what was laid out, which may be a part of what was checked. */
    Report report(String tool, Instant time, Manifest laid, byte[] sums, long files, long bytes) {
        Report.Identity identity = new Report.Identity(
                PathRules.shown(laid.name()),
                PathRules.shown(laid.version()),
                laid.digest(),
                laid.partOf(),
                sums.length == 0 ? "" : "sha256:" + Sha256.of(sums),
                laid.targets().stream().map(PathRules::shown).toList(),
                files,
                bytes);
        // UTC and whole seconds: the one line in which two reports on the same bundle differ.
        return new Report(
                tool, time.truncatedTo(ChronoUnit.SECONDS), view.path(), view.form(), identity, checks, faults);
    }

    private void readManifest() {
        List<Fault> found = new ArrayList<>();
        if (!view.files().containsKey(Manifest.PATH)) {
            found.add(fault("The bundle has no airgap.json", "")
                    .advise("See that it is a bundle of this plugin, and that it came over whole."));
        } else {
            try {
                manifestBytes = view.read(Manifest.PATH, ManifestJson.MOST_BYTES);
                manifest = ManifestJson.read(manifestBytes);
            } catch (IOException | IllegalArgumentException e) {
                found.add(fault("The bundle's manifest cannot be read", "airgap.json " + e.getMessage()));
            }
        }
        done(MANIFEST, 1, found);
    }

    private void checkSums() {
        List<Fault> found = new ArrayList<>();
        SortedMap<String, String> sums = new TreeMap<>();
        if (!view.files().containsKey(Manifest.SUMS)) {
            found.add(fault("The bundle has no SHA256SUMS", ""));
        } else {
            List<String> flaws = new ArrayList<>();
            try {
                sumsBytes = view.read(Manifest.SUMS, ManifestJson.MOST_BYTES);
                sums = Sums.read(sumsBytes, flaws);
            } catch (IOException e) {
                flaws.add(String.valueOf(e.getMessage()));
            }
            for (String flaw : flaws) {
                found.add(fault("SHA256SUMS cannot be read", flaw));
            }
            Map<String, String> expected = new HashMap<>();
            for (ManifestFile file : manifest.files()) {
                expected.put(file.path(), file.sha256());
            }
            expected.put(Manifest.PATH, Sha256.of(manifestBytes));
            compare(sums, expected, found);
        }
        done(SUMS, sums.size(), found);
    }

    private void compare(SortedMap<String, String> sums, Map<String, String> expected, List<Fault> found) {
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            String path = PathRules.shown(sum.getKey());
            String other = expected.get(sum.getKey());
            if (other == null) {
                found.add(fault("SHA256SUMS lists a file that airgap.json does not", path));
            } else if (!other.equals(sum.getValue())) {
                boolean own = sum.getKey().equals(Manifest.PATH);
                found.add(fault(
                        own ? "airgap.json was changed" : "SHA256SUMS and airgap.json disagree on a file",
                        path + "\nSHA256SUMS: " + sum.getValue() + (own ? "\nactual: " : "\nairgap.json: ") + other));
            }
        }
        for (String path : new TreeMap<>(expected).keySet()) {
            if (!sums.containsKey(path)) {
                found.add(fault("SHA256SUMS does not cover a file", path));
            }
        }
    }

    private void checkDigest(String expected) {
        List<Fault> found = new ArrayList<>();
        String actual = Manifest.of("", "", manifest.timestamp(), "", List.of(), List.of(), manifest.files())
                .digest();
        if (!actual.equals(manifest.digest())) {
            found.add(fault(
                    "The digest in airgap.json is not that of its files",
                    "airgap.json: " + manifest.digest() + "\nactual: " + actual));
        }
        if (!expected.isEmpty() && !expected.equals(actual)) {
            found.add(fault("This is another bundle than expected", "expected: " + expected + "\nactual: " + actual));
        }
        done(DIGEST, 1, found);
    }

    private void checkComplete() {
        List<Fault> found = new ArrayList<>();
        PathRules rules = new PathRules();
        for (ManifestFile file : manifest.files()) {
            Long size = view.files().get(file.path());
            String flaw = rules.meet(file.path());
            if (!flaw.isEmpty()) {
                found.add(fault("airgap.json lists a file that cannot be", file.path() + " " + flaw));
            } else if (size == null) {
                found.add(fault("A file is missing", file.path()));
            } else if (size != file.size()) {
                found.add(fault(
                        "A file was changed",
                        file.path() + "\nexpected: " + file.size() + " bytes\nactual: " + size + " bytes"));
            }
        }
        done(COMPLETE, manifest.files().size(), found);
    }

    private void checkNothingElse() {
        List<Fault> found = new ArrayList<>();
        SortedMap<String, Long> rest = new TreeMap<>(PathOrder.BYTES);
        rest.putAll(view.files());
        for (ManifestFile file : manifest.files()) {
            rest.remove(file.path());
        }
        rest.remove(Manifest.PATH);
        rest.remove(Manifest.SUMS);
        for (String path : rest.keySet()) {
            found.add(fault("A file is there that the bundle does not list", PathRules.shown(path)));
        }
        done(NOTHING_ELSE, view.files().size(), found);
    }

    private void checkContent(ManifestFile file, byte[] buffer) {
        String actual;
        try (InputStream in = view.open(file.path())) {
            actual = Sha256.of(in, buffer);
        } catch (IOException e) {
            throw new FaultException(fault("A file cannot be read", file.path() + ": " + e.getMessage()), e);
        }
        if (!actual.equals(file.sha256())) {
            throw new FaultException(changed(file, actual));
        }
    }

    Fault changed(ManifestFile file, String actual) {
        return fault("A file was changed", file.path() + "\nexpected: " + file.sha256() + "\nactual: " + actual);
    }

    private Fault fault(String what, String detail) {
        return new Fault(what, view.path().toString(), detail, AGAIN);
    }

    private void done(String name, long count, List<Fault> found) {
        checks.add(new Report.Check(name, found.isEmpty() ? Report.Verdict.PASSED : Report.Verdict.FAILED, count));
        faults.addAll(found.size() <= MOST_KEPT ? found : found.subList(0, MOST_KEPT));
        if (found.size() > MOST_KEPT) {
            faults.add(fault("There are " + (found.size() - MOST_KEPT) + " more of the last kind", ""));
        }
    }
}
