package dev.airgap.hub;

import dev.airgap.hub.SnapshotPlan.PlannedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what is left out and tells it in few lines: whole folders as one, the shards of a checkpoint as one. */
final class LeftOuts {

    private final Map<String, Entry> byPath = new TreeMap<>();
    private int unwanted;
    private long unwantedSize;

    private record Entry(PlannedFile file, String group, String reason) {}

    /** Notes a file that the user's own patterns leave out. */
    void unwanted(PlannedFile file) {
        unwanted++;
        unwantedSize = sum(unwantedSize, file.size());
    }

    /** Notes a file that the choice of weights leaves out. */
    void add(WeightFile file, String reason) {
        String group = file.path();
        int shard = file.name().indexOf("-of-");
        int from = shard < 0 ? -1 : file.name().lastIndexOf('-', shard - 1);
        if (from > 0) {
            group = file.folder() + file.name().substring(0, from) + "-*"
                    + file.name().substring(shard);
        }
        byPath.put(file.path(), new Entry(file.file(), group, reason));
    }

    private static long sum(long sum, long size) {
        return sum < 0 || size < 0 ? -1 : sum + size;
    }

    /** Tells what was left out, given what was not. */
    List<LeftOut> grouped(List<PlannedFile> chosen) {
        Set<String> used = new TreeSet<>();
        for (PlannedFile file : chosen) {
            used.add(topFolder(file.path()));
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Entry entry : byPath.values()) {
            String top = topFolder(entry.file().path());
            String name = top.isEmpty() || used.contains(top) ? entry.group() : top;
            groups.computeIfAbsent(name, key -> new Group()).add(entry);
        }
        List<LeftOut> told = new ArrayList<>();
        groups.forEach((name, group) ->
                told.add(new LeftOut(name, group.files, group.size, String.join("; ", group.reasons))));
        if (unwanted > 0) {
            told.add(new LeftOut("other files", unwanted, unwantedSize, "by the includes and excludes"));
        }
        return told;
    }

    private static String topFolder(String path) {
        return path.substring(0, path.indexOf('/') + 1);
    }

    private static final class Group {
        private int files;
        private long size;
        private final Set<String> reasons = new TreeSet<>();

        private void add(Entry entry) {
            files++;
            size = sum(size, entry.file().size());
            reasons.add(entry.reason());
        }
    }
}
