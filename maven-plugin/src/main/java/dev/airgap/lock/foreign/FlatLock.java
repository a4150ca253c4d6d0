package dev.airgap.lock.foreign;

import dev.airgap.python.PackageName;
import dev.airgap.python.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Holds a lock that says of each package where it is needed.
 *
 * @param groups the groups to take; a package without groups is taken always
 * @param extras the project's extras that are asked for, for markers
 * @param words the groups that are asked for, for markers
 */
record FlatLock(
        String name,
        Scope scope,
        List<ForeignPackage> packages,
        Set<String> groups,
        Set<String> extras,
        Set<String> words)
        implements ForeignLock {

    @Override
    public List<String> local() {
        return packages.stream()
                .filter(ForeignPackage::local)
                .map(ForeignPackage::toString)
                .toList();
    }

    @Override
    public List<Taken> taken(Target target) {
        scope.admit(target);
        Map<PackageName, List<ForeignPackage>> parts = new LinkedHashMap<>();
        for (ForeignPackage pack : packages) {
            boolean grouped = pack.groups().isEmpty() || pack.groups().stream().anyMatch(groups::contains);
            if (!pack.local() && grouped && pack.marker().holds(target.environment(), extras, words)) {
                parts.computeIfAbsent(pack.name(), any -> new ArrayList<>(1)).add(pack);
            }
        }
        List<Taken> taken = new ArrayList<>();
        parts.forEach((name, same) -> {
            ForeignPackage first = same.get(0);
            if (same.stream().filter(part -> part.extras().isEmpty()).count() > 1) {
                // PEP 751, packages: two entries of a name that both hold are ambiguous.
                throw new IllegalArgumentException("it has two entries of " + name + " for the target: " + same);
            }
            SortedSet<String> asked = new TreeSet<>();
            SortedSet<PackageName> needs = new TreeSet<>();
            for (ForeignPackage part : same) {
                if (!Objects.equals(part.version(), first.version())) {
                    throw new IllegalArgumentException("it has both " + first + " and " + part + " for the target");
                }
                asked.addAll(part.extras().keySet());
                for (Need need : part.needs()) {
                    if (parts.containsKey(need.name())
                            && !need.name().equals(name)
                            && need.marker()
                                    .holds(target.environment(), part.extras().keySet())) {
                        needs.add(need.name());
                    }
                }
            }
            taken.add(new Taken(first, asked, needs));
        });
        return taken;
    }
}
