package dev.airgap.goal;

import dev.airgap.lock.Lock;
import dev.airgap.python.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shows what a lock's inputs have of overrides and exclusions.
 *
 * @param overrides package to sentences that say what is in the place of its requirements, and by whom
 * @param exclusions names of packages that were left out
 */
record LockEdits(SortedMap<String, List<String>> overrides, List<String> exclusions) {

    private static final String KEY = "overrides";

    static LockEdits of(Lock lock) {
        SortedMap<String, List<String>> overrides = new TreeMap<>();
        Map<String, List<String>> inputs = lock.inputs().entries();
        inputs.forEach((key, lines) -> {
            if (key.equals(KEY) || key.startsWith(KEY + " ")) {
                String place = key.equals(KEY) ? "<override>" : key.substring(KEY.length() + 1);
                lines.forEach(line -> add(line, place, overrides));
            }
        });
        return new LockEdits(overrides, inputs.getOrDefault("exclusions", List.of()));
    }

    private static void add(String line, String place, SortedMap<String, List<String>> overrides) {
        String text = line.replaceFirst(" (--hash=|sha256:).*", "");
        try {
            overrides
                    .computeIfAbsent(Requirement.parse(text).name().value(), any -> new ArrayList<>())
                    .add("overridden by " + place + ": " + text);
        } catch (IllegalArgumentException e) {
            // An option or a constraint of the file, or a line that was cut: it stands in the lock as it is.
            return;
        }
    }
}
