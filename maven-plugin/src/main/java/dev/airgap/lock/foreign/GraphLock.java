package dev.airgap.lock.foreign;

import dev.airgap.python.PackageName;
import dev.airgap.python.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Holds a lock that says what needs what: a target takes what it reaches from the project.
 *
 * @param roots the projects to start from, each with the extras and groups that are asked for; an empty word stands for
 *     what a project needs itself
 * @param words the names by which markers may ask for extras and groups of the project
 */
record GraphLock(
        String name,
        Scope scope,
        List<ForeignPackage> packages,
        Map<ForeignPackage, SortedSet<String>> roots,
        Set<String> words)
        implements ForeignLock {

    @Override
    public List<String> local() {
        return packages.stream()
                .filter(pack -> pack.local() && !roots.containsKey(pack))
                .map(ForeignPackage::toString)
                .toList();
    }

    @Override
    public List<Taken> taken(Target target) {
        scope.admit(target);
        return new Walk(target).go();
    }

    /** Holds one walk along the needs that hold on a target. */
    private final class Walk {

        private final Target target;
        private final Map<PackageName, List<ForeignPackage>> byName = new HashMap<>();
        private final Map<ForeignPackage, SortedSet<String>> extras = new LinkedHashMap<>();
        private final Map<ForeignPackage, SortedSet<PackageName>> needs = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private final Deque<Runnable> open = new ArrayDeque<>();

        Walk(Target target) {
            this.target = target;
            for (ForeignPackage pack : packages) {
                byName.computeIfAbsent(pack.name(), name -> new ArrayList<>(1)).add(pack);
            }
        }

        List<Taken> go() {
            roots.forEach((root, asked) -> asked.forEach(word -> reach(root, word)));
            while (!open.isEmpty()) {
                open.pop().run();
            }
            List<Taken> taken = new ArrayList<>();
            extras.forEach((pack, asked) -> {
                if (!pack.local()) {
                    taken.add(new Taken(pack, asked, needs.get(pack)));
                }
            });
            return taken;
        }

        private void reach(ForeignPackage pack, String extra) {
            SortedSet<String> asked = extras.computeIfAbsent(pack, any -> new TreeSet<>());
            if (!extra.isEmpty()) {
                asked.add(extra);
            }
            if (seen.add(pack + "\n" + pack.source() + "\n" + extra)) {
                open.add(() -> follow(pack, extra));
            }
        }

        private void follow(ForeignPackage pack, String extra) {
            SortedSet<PackageName> own = needs.computeIfAbsent(pack, any -> new TreeSet<>());
            List<Need> list = extra.isEmpty() ? pack.needs() : pack.extras().getOrDefault(extra, List.of());
            for (Need need : list) {
                if (need.marker().holds(target.environment(), words)) {
                    ForeignPackage found = find(need, pack);
                    if (!found.local()) {
                        own.add(found.name());
                    }
                    reach(found, "");
                    need.extras().forEach(other -> reach(found, other));
                }
            }
        }

        private ForeignPackage find(Need need, ForeignPackage by) {
            List<ForeignPackage> fitting = new ArrayList<>(1);
            for (ForeignPackage pack : byName.getOrDefault(need.name(), List.of())) {
                boolean version = need.version().isEmpty()
                        || (pack.version() != null && pack.version().toString().equals(need.version()));
                if (version && (need.source().isEmpty() || need.source().equals(pack.source()))) {
                    fitting.add(pack);
                }
            }
            if (fitting.size() != 1) {
                throw new IllegalArgumentException(
                        by + " needs " + need.name() + ", of which it has " + (fitting.isEmpty() ? "none" : fitting));
            }
            return fitting.get(0);
        }
    }
}
