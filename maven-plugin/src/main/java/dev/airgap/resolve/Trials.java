package dev.airgap.resolve;

import dev.airgap.fault.FaultException;
import dev.airgap.python.Metadata;
import dev.airgap.python.Requirement;
import dev.airgap.python.Specifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries what would help: one of the requirements that contradict each other is freed of its version, and what is then
 * taken for it is told. A few such runs are made, and none reads much.
 */
final class Trials {

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

    private static final int RUNS = 6;
    private static final int READS = 400;

    private final Universe universe;
    private final Scout scout;
    private int runs;
    private List<String> takes = List.of();
    private String none = "";

    Trials(Universe universe, Scout scout) {
        this.universe = universe;
        this.scout = scout;
    }

    /** Says that a run was given up. */
    private static final class TooMuch extends RuntimeException {
        TooMuch() {
            super("more metadata than a trial may read", null, false, false);
        }
    }

    /** Counts what one run reads. */
    private static final class Counted extends CatalogView {
        private int reads;

        Counted(Catalog catalog) {
            super(catalog);
        }

        @Override
        public Metadata metadata(WheelFile wheel) {
            if (++reads > READS) {
                throw new TooMuch();
            }
            return super.metadata(wheel);
        }
    }

    /** Lists the versions that would do, as {@code x 1.0 (requirements.txt:1)}. */
    List<String> takes() {
        return takes;
    }

    /** Names the package of which no version at all would do; empty where there is none or it is not known. */
    String none() {
        return none;
    }

    /**
     * Tries each of some requirements.
     *
     * @param asked the requirements that contradict each other, with the constraints
     * @param targets the targets that have no answer
     */
    void run(List<Root> asked, List<Root> constrained, long targets) {
        takes = new ArrayList<>();
        none = "";
        boolean alone = asked.size() == 1 && constrained.isEmpty();
        for (Root root : asked) {
            boolean failed = !take(root, free(universe.problem.roots(), root), universe.problem.constraints(), targets);
            none = alone && failed ? root.requirement().name().value() : "";
        }
        for (Root root : constrained) {
            take(root, universe.problem.roots(), free(universe.problem.constraints(), root), targets);
        }
    }

    private static List<Root> free(List<Root> roots, Root freed) {
        List<Root> others = new ArrayList<>();
        for (Root root : roots) {
            Requirement asked = root.requirement();
            others.add(
                    root.equals(freed)
                            ? new Root(
                                    new Requirement(asked.name(), asked.extras(), Specifiers.ANY, "", asked.marker()),
                                    root.where())
                            : root);
        }
        return others;
    }

    /** Tells whether it is solved or may be for all that is known. */
    private boolean take(Root root, List<Root> asked, List<Root> constrained, long targets) {
        Requirement freed = root.requirement();
        if (!freed.url().isEmpty()) {
            return true;
        }
        if (freed.specifiers().isAny()) {
            return false;
        }
        if (runs++ >= RUNS) {
            return true;
        }
        Problem problem = universe.problem.asking(asked, constrained);
        Catalog counted = new Counted(universe.catalog());
        Universe other = new Universe(problem, counted);
        try {
            Outcome outcome = Solver.solve(other, new Plan(targets), scout);
            if (!outcome.isSolved()) {
                return false;
            }
            Set<String> versions = versions(other.candidates(freed.name()), outcome);
            if (!versions.isEmpty()) {
                takes.add(freed.name() + " " + Sentence.list(List.copyOf(versions), 3) + " (" + root.where() + ")");
            }
        } catch (TooMuch | FaultException less) {
            LOG.debug("No answer was found for {}: {}", freed, less.getMessage());
        }
        return true;
    }

    private static Set<String> versions(Candidates subject, Outcome outcome) {
        Set<String> versions = new LinkedHashSet<>();
        for (Closure closure : outcome.closures()) {
            Closure.Entry entry = closure == null ? null : closure.entries().get(subject);
            if (entry != null) {
                versions.add(subject.version(entry.position).toString());
            }
        }
        return versions;
    }
}
