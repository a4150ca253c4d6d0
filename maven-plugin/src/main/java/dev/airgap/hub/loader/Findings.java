package dev.airgap.hub.loader;

import dev.airgap.fault.Fault;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a snapshot: what makes loading fail or run code unasked, and what may. */
final class Findings {

    /** More of one kind tell nobody anything. */
    private static final int MOST = 20;

    private final Snapshot snapshot;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Findings(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Notes what must not be sealed. */
    void fault(String what, String path, String detail, String next) {
        if (faults.size() < MOST) {
            faults.add(new Fault(what, snapshot.shown() + (path.isEmpty() ? "" : "/" + path), detail, next));
        }
    }

    void fault(Fault fault) {
        if (faults.size() < MOST) {
            faults.add(fault);
        }
    }

    /** Notes what may be meant, a sentence. */
    void warn(String sentence) {
        if (warnings.size() < MOST) {
            warnings.add(sentence);
        }
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
