package dev.airgap.python;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Judges a parsed marker on a target. */
final class MarkerExpression implements Marker {

    private final MarkerNode root;
    private final boolean patchy;
    private final String fault;

    MarkerExpression(MarkerNode root) {
        this.root = root;
        this.patchy = root.isPatchy();
        this.fault = root.fault();
    }

    /** Gives why it can be judged nowhere; null where it can. */
    String fault() {
        return fault;
    }

    @Override
    public boolean holds(MarkerEnvironment environment, Set<String> extras, Set<String> groups) {
        if (fault != null) {
            throw new IllegalArgumentException(
                    "the marker '" + Words.shown(toString()) + "' cannot be judged: " + fault);
        }
        if (!patchy || environment.patchKnown()) {
            return holds(
                    environment, extras, groups, environment.pythonFullVersion(), environment.implementationVersion());
        }
        String python = environment.pythonVersion();
        String implementation = environment.implementationSeries();
        for (long patch : patches(python)) {
            String version = python + "." + patch;
            if (implementation.equals(python)) {
                if (holds(environment, extras, groups, version, version)) {
                    return true;
                }
                continue;
            }
            // PyPy counts its own releases, and each of them may have any patch release of Python.
            for (long release : patches(implementation)) {
                if (holds(environment, extras, groups, version, implementation + "." + release)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Lists patch releases of X.Y such that every other one is judged like one of them: between two neighbouring
     * cuts no comparison changes, and above the highest none does.
     */
    private Set<Long> patches(String version) {
        Set<Long> cuts = new TreeSet<>();
        cuts.add(0L);
        cuts.add(1L);
        root.addCuts(version, cuts);
        return cuts;
    }

    @Override
    public Marker extraPart() {
        MarkerNode part = root.extraPart();
        return part == null ? ALWAYS : new MarkerExpression(part);
    }

    @Override
    public Marker and(Marker other) {
        return other instanceof MarkerExpression expression
                ? new MarkerExpression(new MarkerGroup(List.of(root, expression.root), new boolean[2]))
                : this;
    }

    private boolean holds(
            MarkerEnvironment environment,
            Set<String> extras,
            Set<String> groups,
            String fullVersion,
            String implementationVersion) {
        if (extras.isEmpty()) {
            return root.test(new MarkerValues(environment, "", extras, groups, fullVersion, implementationVersion));
        }
        for (String extra : extras) {
            if (root.test(new MarkerValues(environment, extra, extras, groups, fullVersion, implementationVersion))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarkerExpression marker && toString().equals(marker.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Writes the marker as packaging's {@code str(Marker(...))} does. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        root.write(text, false);
        return text.toString();
    }
}
