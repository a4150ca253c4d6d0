package dev.airgap.bundle;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keeps which bytes of a slot were written, in any order and by several threads. */
final class Coverage {

    /** Start to end of runs that neither meet nor touch. */
    private final NavigableMap<Long, Long> runs = new TreeMap<>();

    synchronized void add(long start, long end) {
        if (start >= end) {
            return;
        }
        long from = start;
        long to = end;
        Map.Entry<Long, Long> before = runs.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            from = before.getKey();
            to = Math.max(to, before.getValue());
        }
        Map.Entry<Long, Long> after = runs.higherEntry(from);
        while (after != null && after.getKey() <= to) {
            to = Math.max(to, after.getValue());
            runs.remove(after.getKey());
            after = runs.higherEntry(from);
        }
        runs.put(from, to);
    }

    synchronized void clear() {
        runs.clear();
    }

    synchronized long count() {
        long sum = 0;
        for (Map.Entry<Long, Long> run : runs.entrySet()) {
            sum += run.getValue() - run.getKey();
        }
        return sum;
    }
}
