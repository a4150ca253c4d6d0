package dev.airgap.goal;

import dev.airgap.lock.LockedPackage;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints what the lock's packages need of each other, with sizes; asks nobody but the lock. */
public final class TreeGoal {

    private static final Logger LOG = LoggerFactory.getLogger(TreeGoal.class);

    private final Places places;

    public TreeGoal(Places places) {
        this.places = places;
    }

    /**
     * Prints the tree.
     *
     * @param target the one target wanted, or null for all of them together
     */
    public void run(String target) {
        LockGraph graph = new LockChoice(places).graph(target);
        new Print(graph).all();
    }

    private final class Print {

        private final LockGraph graph;
        private final Set<LockedPackage> shown = new HashSet<>();
        private final LockEdits edits;
        private boolean repeated;

        Print(LockGraph graph) {
            this.graph = graph;
            this.edits = LockEdits.of(graph.lock());
        }

        void all() {
            List<LockedPackage> packages = graph.packages();
            LOG.info(
                    "{}: {}, {}; for {}",
                    places.show(places.lock()),
                    Sizes.count(packages.size(), "package"),
                    Sizes.of(graph.size(packages)),
                    String.join(", ", graph.targets()));
            for (LockedPackage root : graph.roots().keySet()) {
                SortedSet<String> here = new TreeSet<>(root.targets());
                here.retainAll(graph.targets());
                line("", root, here);
                below(root, "");
            }
            edits.overrides().forEach((name, words) -> words.forEach(word -> LOG.info("{} is {}", name, word)));
            edits.exclusions().forEach(name -> LOG.info("{} is excluded, whoever needs it", name));
            if (repeated) {
                LOG.info("(*) what it needs is shown above");
            }
        }

        private void line(String before, LockedPackage one, Set<String> targets) {
            boolean again = shown.contains(one) && !graph.needs(one).isEmpty();
            repeated |= again;
            String extras = one.extras().isEmpty() ? "" : "[" + String.join(",", one.extras()) + "]";
            LOG.info(
                    "{}{}{} {}, {}{}{}{}",
                    before,
                    one.name(),
                    extras,
                    one.version(),
                    Sizes.of(graph.size(List.of(one))),
                    edits.overrides().containsKey(one.name()) ? ", overridden" : "",
                    graph.only(targets),
                    again ? " (*)" : "");
        }

        private void below(LockedPackage one, String indent) {
            if (!shown.add(one)) {
                return;
            }
            Iterator<Map.Entry<LockedPackage, SortedSet<String>>> needs =
                    graph.needs(one).entrySet().iterator();
            while (needs.hasNext()) {
                Map.Entry<LockedPackage, SortedSet<String>> need = needs.next();
                line(indent + (needs.hasNext() ? "+- " : "\\- "), need.getKey(), need.getValue());
                below(need.getKey(), indent + (needs.hasNext() ? "|  " : "   "));
            }
        }
    }
}
