package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Tells what was checked of a bundle and what was found: the evidence that an auditor asks for.
 *
 * @param tool name and version of what checked
 * @param time when it checked
 * @param bundle the file or folder
 * @param form {@code tar} or {@code folder}
 * @param identity what the bundle says it is; its strings are empty where its manifest cannot be read
 * @param checks in the order made, those too that could not be made
 * @param faults all that was found; empty where the bundle is whole and untouched
 */
public record Report(
        String tool,
        Instant time,
        Path bundle,
        String form,
        Identity identity,
        List<Check> checks,
        List<Fault> faults) {

    /**
     * Names a bundle.
     *
     * @param digest over its files, {@code sha256:…}, the same for the same content
     * @param partOf the digest of the whole that this is a part of, or empty
     * @param sums sha256 of its SHA256SUMS, which covers every other byte, {@code sha256:…}
     * @param targets ids
     * @param files how many, manifest and checksums among them
     * @param bytes their sizes together
     */
    public record Identity(
            String name,
            String version,
            String digest,
            String partOf,
            String sums,
            List<String> targets,
            long files,
            long bytes) {}

    /**
     * Names one check.
     *
     * @param name what must hold, a sentence
     * @param verdict how it ended
     * @param count of how many things it was checked
     */
    public record Check(String name, Verdict verdict, long count) {}

    /** Says how a check ended. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** It needed what an earlier check found missing. */
        SKIPPED;

        String label() {
            return switch (this) {
                case PASSED -> "passed";
                case FAILED -> "failed";
                case SKIPPED -> "skipped";
            };
        }
    }

    public Report {
        checks = List.copyOf(checks);
        faults = List.copyOf(faults);
    }

    /** Tells whether nothing was found. */
    public boolean isIntact() {
        return faults.isEmpty();
    }

    /**
     * Throws what was found, if anything was; many faults of a kind as one.
     *
     * @param evidence the file that lists them all
     * @throws FaultException with the kinds of faults
     */
    public void orThrow(String evidence) {
        if (!faults.isEmpty()) {
            throw new FaultException(FaultGroups.of(faults, evidence + " lists them all"));
        }
    }

    /** Writes the report for a person; lines end in LF. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(isIntact() ? "INTACT" : "NOT INTACT")
                .append("  ")
                .append(bundle)
                .append("\n\n");
        line(text, "bundle", (identity.name() + " " + identity.version()).strip());
        line(text, "digest", identity.digest());
        line(text, "part of", identity.partOf());
        line(text, "SHA256SUMS", identity.sums());
        line(text, "targets", String.join(", ", identity.targets()));
        line(text, "files", identity.files() + ", " + identity.bytes() + " bytes");
        line(text, "checked", time + " by " + tool);
        text.append('\n');
        for (Check check : checks) {
            text.append(String.format(
                            Locale.ROOT, "%-8s%8d  %s", check.verdict().label(), check.count(), check.name()))
                    .append('\n');
        }
        for (Fault fault : faults) {
            text.append('\n').append(fault).append('\n');
        }
        return text.toString();
    }

    /** Writes the report for a machine; lines end in LF. */
    public String toJson() {
        return ReportJson.write(this);
    }

    /**
     * Writes both forms as {@code <name>.json} and {@code <name>.txt}.
     *
     * @param folder made where it is missing
     * @throws IOException where they cannot be written
     */
    public void write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".json"), toJson(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(name + ".txt"), toText(), StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(key).append(" ".repeat(12 - key.length())).append(value).append('\n');
        }
    }
}
