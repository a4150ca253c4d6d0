package dev.airgap.hub.loader;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.ModelRequest;
import dev.airgap.hub.Names;
import dev.airgap.hub.WeightFormat;
import dev.airgap.hub.WeightNames;
import dev.airgap.hub.format.ExternalFile;
import dev.airgap.hub.format.WeightHeader;
import dev.airgap.hub.format.WeightHeaders;
import dev.airgap.hub.format.WeightKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks at each file of a model by its content: weights are held to the format that their names promise, and what can
 * run code when it is loaded must have been asked for by name.
 */
final class WeightCheck {

    private static final Set<String> HEADERS = Set.of(".safetensors", ".gguf", ".onnx");

    /** What no loader takes for weights; a pickle's opcodes are letters too. */
    private static final Set<String> TEXTS = Set.of(
            ".txt",
            ".md",
            ".json",
            ".jsonl",
            ".py",
            ".csv",
            ".tsv",
            ".yaml",
            ".yml",
            ".toml",
            ".xml",
            ".html",
            ".jinja",
            ".cfg",
            ".ini",
            ".sh",
            ".ipynb",
            ".svg",
            ".css",
            ".js",
            ".rst",
            ".cff",
            ".template",
            ".vocab",
            ".merges",
            ".bpe",
            ".tiktoken",
            ".gitattributes",
            ".gitignore");

    /** What says by its name that other files are in it; none of them is loaded as it lies. */
    private static final Set<String> ARCHIVES = Set.of(
            ".zip",
            ".tar",
            ".gz",
            ".tgz",
            ".bz2",
            ".xz",
            ".whl",
            ".jar",
            ".docx",
            ".xlsx",
            ".pptx",
            ".odt",
            ".ods",
            ".epub",
            ".apk",
            ".task",
            ".litertlm");

    private final Snapshot snapshot;
    private final ModelRequest request;
    private final Findings findings;
    private final WeightNames names;
    private final FactTally tally = new FactTally();
    private final Map<String, WeightHeader> headers = new TreeMap<>();
    private final Set<String> external = new HashSet<>();

    /**
     * Takes what is looked at.
     *
     * @param request what the user asked for
     */
    WeightCheck(Snapshot snapshot, ModelRequest request, Findings findings) {
        this.snapshot = snapshot;
        this.request = request;
        this.findings = findings;
        this.names = new WeightNames(snapshot.model());
    }

    /** Checks every file whose bytes are here, and gives what they say. */
    ModelFacts check() {
        for (String path : snapshot.paths()) {
            if (HEADERS.contains(ending(path))) {
                header(path);
            }
        }
        headers.forEach(this::demandExternal);
        for (String path : snapshot.paths()) {
            if (!HEADERS.contains(ending(path)) && !external.contains(path)) {
                content(path);
            }
        }
        return new ModelFacts(license(), tally.weights());
    }

    private String license() {
        String license = ModelCard.license(snapshot);
        for (WeightHeader header : headers.values()) {
            String own = header.facts().getOrDefault("license", "");
            license = license.isEmpty() ? Names.shown(own.length() > 100 ? own.substring(0, 100) : own) : license;
        }
        return license;
    }

    private void header(String path) {
        WeightFormat format = names.format(path);
        Path place = snapshot.place(path).orElse(null);
        if (place == null || format == null) {
            return;
        }
        try {
            WeightHeader header = WeightHeaders.read(place, format, snapshot.shown(path));
            headers.put(path, header);
            tally.add(format, names.checkpoint(path), header);
        } catch (FaultException wrong) {
            for (Fault fault : wrong.faults()) {
                findings.fault(fault.what(), path, fault.detail(), fault.next());
            }
        } catch (IOException e) {
            unreadable(path, e);
        }
    }

    private void unreadable(String path, IOException e) {
        findings.fault(
                "A file can't be read from the store: " + snapshot.shown(path),
                path,
                String.valueOf(e.getMessage()),
                "give read permission there, or name another store by -Dairgap.store");
    }

    /** Looks for the files beside an ONNX file in which it keeps its tensors. */
    private void demandExternal(String path, WeightHeader header) {
        for (ExternalFile file : header.external()) {
            String beside = Snapshot.folder(path) + file.location();
            external.add(beside);
            if (!snapshot.has(beside)) {
                findings.fault(
                        "The ONNX file " + snapshot.shown(path) + " keeps tensors in a file that is not there",
                        path,
                        "expected: " + Names.shown(beside) + ", " + file.needed()
                                + " bytes or more\nactual: no such file",
                        "take it by <includes>; where the repository has it not, tell its maker");
            } else if (snapshot.size(beside) < file.needed()) {
                findings.fault(
                        "The ONNX file " + snapshot.shown(path) + " keeps tensors in a file that is too short",
                        path,
                        "expected: " + Names.shown(beside) + ", " + file.needed() + " bytes or more\nactual: "
                                + snapshot.size(beside) + " bytes",
                        "tell the repository's maker; another revision may have it whole");
            }
        }
    }

    private void content(String path) {
        WeightFormat named = names.format(path);
        Path place = snapshot.place(path).orElse(null);
        if (place == null) {
            return;
        }
        try {
            if (named == null && TEXTS.contains(ending(path)) && isText(place)) {
                return;
            }
            if (named != null) {
                tally.add(named, names.checkpoint(path), null);
            }
            WeightKind kind = WeightHeaders.kind(place);
            if (named != null && named.canRunCode()) {
                demandAsked(path, named, kind);
            } else if (kind.runsCode()) {
                disguised(path, named, kind);
            }
        } catch (IOException e) {
            unreadable(path, e);
        }
    }

    /** Judges what can run code under a name that doesn't say so. */
    private void disguised(String path, WeightFormat named, WeightKind kind) {
        if (named != null) {
            findings.fault(
                    "The file " + snapshot.shown(path) + " is not what its name promises",
                    path,
                    "by its name: " + named.id() + "\nby its content: " + kind.why(),
                    "leave it out by <excludes>, and ask its maker: a file under a name that is not its own may be an"
                            + " attack");
        } else if (kind.unopened() && ARCHIVES.contains(ending(path))) {
            findings.warn(snapshot.shown(path) + " is an archive that is not looked into: what it holds may run code.");
        } else {
            demandAsked(path, kind.format(), kind);
        }
    }

    private void demandAsked(String path, WeightFormat format, WeightKind kind) {
        if (!names.isAsked(request, path, format)) {
            String word = format == null ? WeightFormat.PICKLE.id() : format.id();
            findings.fault(
                    "The file " + snapshot.shown(path)
                            + " can run code when it is loaded, and was not asked for by name",
                    path,
                    "by its content: " + kind.why(),
                    "leave it out by <excludes>; where you trust its maker, name it: <include>" + Names.shown(path)
                            + "</include>, or its format in <weights>, as in <weights>" + word + "</weights>");
        } else if (names.format(path) == null) {
            findings.warn(snapshot.shown(path) + " can run code when it is loaded: " + kind.why() + ".");
        }
    }

    private static boolean isText(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte b : in.readNBytes(64)) {
                // A control character is no text's; bytes above ASCII are negative here and may be UTF-8 or a pickle.
                if (b == 0x7f || b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                    return false;
                }
            }
        }
        return true;
    }

    private static String ending(String path) {
        String name = Snapshot.name(path).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
