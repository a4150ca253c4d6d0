package dev.airgap.hub.loader;

import dev.airgap.hub.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds a model's own code to the user's word, and looks whether all of it is there. */
final class CodeCheck {

    private static final int SHOWN = 6;
    private static final long LONGEST = 4L << 20;

    /** What transformers looks for, dynamic_module_utils.get_relative_imports. */
    private static final Pattern RELATIVE = Pattern.compile(
            "^[ \\t]*(?:import[ \\t]+\\.(\\w+)[ \\t]*|from[ \\t]+\\.(\\w+)[ \\t]+import)", Pattern.MULTILINE);

    private CodeCheck() {}

    static void check(Snapshot snapshot, Consent consent, Findings findings) {
        for (String wrong : CodeReferences.wrong(snapshot)) {
            findings.fault(
                    "The settings of " + snapshot.shown() + " can't be understood: " + wrong,
                    "",
                    "",
                    "leave the file out by <excludes>, if your loader needs it not, or tell the model's maker");
        }
        List<CodeReference> references = CodeReferences.of(snapshot);
        if (references.isEmpty() || consent == Consent.REFUSED) {
            return;
        }
        if (consent == Consent.UNSAID) {
            findings.fault(
                    "The model " + snapshot.model().repo()
                            + " brings code, which loaders run where they are told to trust it",
                    "",
                    told(references),
                    "read that code; where you trust it, say <remoteCode>true</remoteCode> in the <model>, or"
                            + " -Dairgap.remoteCode=" + snapshot.model().repo()
                            + ": it is pinned and listed in airgap.json; where your loader knows such a model"
                            + " without it, say <remoteCode>false</remoteCode>: it stays out");
            return;
        }
        requireAll(snapshot, references, findings);
    }

    private static String told(List<CodeReference> references) {
        List<String> lines = new ArrayList<>();
        for (CodeReference reference : references) {
            if (lines.size() == SHOWN) {
                lines.add("and " + (references.size() - SHOWN) + " more");
                break;
            }
            lines.add(reference.said());
        }
        return String.join("\n", lines);
    }

    /** Follows the files from one to the next as a loader does. */
    private static void requireAll(Snapshot snapshot, List<CodeReference> references, Findings findings) {
        Deque<String> waiting = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        for (CodeReference reference : references) {
            if (!reference.isElsewhere() && seen.add(reference.file())) {
                require(snapshot, reference.file(), reference.said(), findings, waiting);
            }
        }
        while (!waiting.isEmpty()) {
            String file = waiting.remove();
            for (String module : relative(snapshot.place(file))) {
                String next = Snapshot.folder(file) + module + ".py";
                boolean folder = snapshot.hasFolder(Snapshot.folder(file) + module);
                if (!folder && seen.add(next)) {
                    require(snapshot, next, Names.shown(file) + " imports it", findings, waiting);
                }
            }
        }
    }

    private static void require(Snapshot snapshot, String file, String why, Findings findings, Deque<String> waiting) {
        if (snapshot.has(file)) {
            waiting.add(file);
        } else {
            findings.fault(
                    "Code that a loader runs is not there: " + snapshot.shown(file),
                    "",
                    why,
                    "take it by <includes>, as in <include>*.py</include>; where the repository has it not, tell its"
                            + " maker or say <remoteCode>false</remoteCode>");
        }
    }

    private static List<String> relative(Optional<Path> file) {
        List<String> modules = new ArrayList<>();
        try {
            if (file.isPresent() && Files.size(file.get()) <= LONGEST) {
                Matcher matcher =
                        RELATIVE.matcher(new String(Files.readAllBytes(file.get()), StandardCharsets.ISO_8859_1));
                while (matcher.find()) {
                    modules.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                }
            }
        } catch (IOException unreadable) {
            // Sealing reads it, and tells.
            return List.of();
        }
        return modules;
    }
}
