package dev.airgap.hub.loader;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.Names;
import dev.airgap.hub.format.ShardIndex;
import dev.airgap.hub.format.WeightHeaders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks whether a model in several files has them all: what an index names, and what the parts' own numbers say. */
final class Parts {

    private static final Pattern INDEX =
            Pattern.compile(".+\\.(safetensors|bin|h5|msgpack)\\.index(\\.[\\w-]+)?\\.json");
    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d{5})-of-(\\d{5})(\\.[A-Za-z]+)");
    private static final int SHOWN = 6;

    private final Snapshot snapshot;
    private final Findings findings;

    Parts(Snapshot snapshot, Findings findings) {
        this.snapshot = snapshot;
        this.findings = findings;
    }

    void check() {
        Set<String> indexed = new TreeSet<>();
        for (String path : snapshot.paths()) {
            if (INDEX.matcher(Snapshot.name(path).toLowerCase(Locale.ROOT)).matches()) {
                index(path, indexed);
            }
        }
        Map<String, Set<Integer>> numbered = new TreeMap<>();
        for (String path : snapshot.paths()) {
            Matcher part = NUMBERED.matcher(path);
            if (!indexed.contains(path) && part.matches()) {
                numbered.computeIfAbsent(
                                part.group(1) + "-*-of-" + part.group(3) + part.group(4), key -> new TreeSet<>())
                        .add(Integer.parseInt(part.group(2)));
            }
        }
        numbered.forEach(this::numbers);
    }

    /** Index and shards go together; an index alone is read by nobody who has other weights beside it. */
    private void index(String path, Set<String> indexed) {
        Path place = snapshot.place(path).orElse(null);
        if (place == null) {
            return;
        }
        ShardIndex index;
        try {
            index = WeightHeaders.shards(place, snapshot.shown(path));
        } catch (FaultException wrong) {
            for (Fault fault : wrong.faults()) {
                findings.fault(fault.what(), path, fault.detail(), fault.next());
            }
            return;
        } catch (IOException e) {
            findings.fault(
                    "A file can't be read from the store: " + snapshot.shown(path), path, "" + e.getMessage(), "");
            return;
        }
        List<String> missing = new ArrayList<>();
        for (String shard : index.shards()) {
            String beside = Snapshot.folder(path) + shard;
            indexed.add(beside);
            if (!snapshot.has(beside)) {
                missing.add(Names.shown(beside));
            }
        }
        boolean some = missing.size() < index.shards().size();
        if (!missing.isEmpty() && (some || !hasWeights(Snapshot.folder(path)))) {
            findings.fault(
                    "The index " + snapshot.shown(path) + " names weights that are not there",
                    path,
                    some(missing),
                    "take them by <includes>, or leave the index out too by <excludes>; where the repository has them"
                            + " not, tell its maker");
        }
    }

    private boolean hasWeights(String folder) {
        for (String path : snapshot.paths()) {
            String lower = path.toLowerCase(Locale.ROOT);
            boolean weights = lower.endsWith(".safetensors")
                    || lower.endsWith(".bin")
                    || lower.endsWith(".gguf")
                    || lower.endsWith(".onnx")
                    || lower.endsWith(".msgpack")
                    || lower.endsWith(".h5");
            if (weights && Snapshot.folder(path).startsWith(folder)) {
                return true;
            }
        }
        return false;
    }

    /** Loaders of GGUF find the other parts by their numbers; of other formats the index names them. */
    private void numbers(String pattern, Set<Integer> numbers) {
        int of = pattern.lastIndexOf("-of-");
        int count = Integer.parseInt(pattern.substring(of + 4, of + 9));
        boolean gguf = pattern.toLowerCase(Locale.ROOT).endsWith(".gguf");
        boolean safetensors = pattern.endsWith(".safetensors");
        List<String> missing = new ArrayList<>();
        int absent = 0;
        for (int i = 1; i <= count; i++) {
            if (!numbers.contains(i) && missing.size() <= SHOWN) {
                missing.add(Names.shown(pattern.replace("-*-of-", String.format(Locale.ROOT, "-%05d-of-", i))));
            }
            absent += numbers.contains(i) ? 0 : 1;
        }
        if (absent > 0 && (gguf || safetensors)) {
            findings.fault(
                    "The weights " + snapshot.shown(pattern) + " are not all there",
                    "",
                    "expected: " + count + " files\nactual: " + (count - absent) + "; missing " + some(missing),
                    "take them all by <includes>, or none; where the repository has them not, tell its maker");
        } else if (safetensors && count > 1) {
            findings.warn("The weights " + snapshot.shown(pattern)
                    + " have no index beside them, which transformers and diffusers need to find them.");
        }
    }

    private static String some(List<String> names) {
        List<String> shown = names.subList(0, Math.min(names.size(), SHOWN));
        return String.join(", ", shown) + (names.size() > SHOWN ? " and more" : "");
    }
}
