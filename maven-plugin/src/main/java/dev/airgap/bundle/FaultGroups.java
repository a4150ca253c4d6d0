package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells many faults of a kind as one, by its first few, for the log; the evidence has them all. */
final class FaultGroups {

    private static final int MOST_NAMED = 5;

    private FaultGroups() {}

    /**
     * Groups faults that say the same of different files.
     *
     * @param rest where the others are told, the end of a sentence
     */
    static List<Fault> of(List<Fault> faults, String rest) {
        Map<Fault, List<String>> kinds = new LinkedHashMap<>();
        for (Fault fault : faults) {
            kinds.computeIfAbsent(fault.because(""), kind -> new ArrayList<>()).add(fault.detail());
        }
        List<Fault> grouped = new ArrayList<>();
        kinds.forEach((kind, details) -> {
            if (details.size() <= MOST_NAMED) {
                details.forEach(detail -> grouped.add(kind.because(detail)));
            } else {
                grouped.add(new Fault(
                        kind.what() + " (" + details.size() + " of these)",
                        kind.where(),
                        String.join("\n", details.subList(0, MOST_NAMED)) + "\nand " + (details.size() - MOST_NAMED)
                                + " more; " + rest,
                        kind.next()));
            }
        });
        return grouped;
    }
}
