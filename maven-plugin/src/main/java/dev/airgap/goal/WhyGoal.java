package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.Nearest;
import dev.airgap.http.SafeUrl;
import dev.airgap.lock.LockedPackage;
import dev.airgap.python.PackageName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why a package is in the lock: for whoever needs it the shortest way from what was asked for. */
public final class WhyGoal {

    private static final Logger LOG = LoggerFactory.getLogger(WhyGoal.class);
    private static final int WAYS = 20;

    private final Places places;

    public WhyGoal(Places places) {
        this.places = places;
    }

    /**
     * Prints the ways, the shortest first; ways that are the same on several targets once.
     *
     * @param name the package, as a user writes it
     * @param target the one target wanted, or null for all of them
     */
    public void run(String name, String target) {
        LockGraph graph = new LockChoice(places).graph(target);
        String normal = normalised(name, graph);
        List<LockedPackage> found = graph.packages().stream()
                .filter(one -> one.name().equals(normal))
                .toList();
        for (LockedPackage one : found) {
            SortedSet<String> here = new TreeSet<>(one.targets());
            here.retainAll(graph.targets());
            LOG.info(
                    "{} {}, {}, is there for {}:",
                    one.name(),
                    one.version(),
                    Sizes.of(graph.size(List.of(one))),
                    String.join(", ", here));
            LockEdits.of(graph.lock())
                    .overrides()
                    .getOrDefault(one.name(), List.of())
                    .forEach(sentence -> LOG.info("  {}", sentence));
            tell(ways(one, graph, here), graph, here);
        }
    }

    private static String normalised(String name, LockGraph graph) {
        List<String> known = graph.packages().stream().map(LockedPackage::name).toList();
        String normal = "";
        try {
            normal = PackageName.of(name.trim()).value();
        } catch (IllegalArgumentException e) {
            LOG.debug("{}", e.getMessage());
        }
        if (known.contains(normal)) {
            return normal;
        }
        if (LockEdits.of(graph.lock()).exclusions().contains(normal)) {
            throw new FaultException(Fault.of("The lock is without " + normal + ", since it is excluded")
                    .at("airgap.package")
                    .because("An <exclusion> names it: whoever needs it, it is left out.")
                    .advise("Take the <exclusion> out if the bundle is to have it."));
        }
        String near = Nearest.question(name.trim(), known);
        throw new FaultException(Fault.of("The lock has no package " + SafeUrl.printable(name.trim()))
                .at("airgap.package")
                .because("Looked for " + String.join(", ", graph.targets()) + ".")
                .advise(near.isEmpty() ? "airgap:tree lists all that are there." : near));
    }

    /** Gives each way with the targets that it holds on. */
    private static SortedMap<String, SortedSet<String>> ways(
            LockedPackage to, LockGraph graph, SortedSet<String> here) {
        SortedMap<String, SortedSet<String>> ways = new TreeMap<>();
        for (String target : here) {
            LockGraph one = new LockGraph(graph.lock(), new TreeSet<>(List.of(target)));
            SortedMap<LockedPackage, List<String>> roots = one.roots();
            Map<LockedPackage, List<LockedPackage>> shortest = shortest(one, roots);
            roots.getOrDefault(to, List.of()).forEach(words -> add(ways, words, target));
            shortest.forEach((by, way) -> {
                if (one.needs(by).containsKey(to)) {
                    List<String> asked = roots.get(way.get(0));
                    String start = asked.isEmpty() ? way.get(0).name() : asked.get(0);
                    StringBuilder text = new StringBuilder(start);
                    for (LockedPackage step : way) {
                        text.append(" -> ").append(step.name()).append(' ').append(step.version());
                    }
                    add(ways, text + " needs " + to.name(), target);
                }
            });
        }
        return ways;
    }

    private static void add(SortedMap<String, SortedSet<String>> ways, String way, String target) {
        ways.computeIfAbsent(way, any -> new TreeSet<>()).add(target);
    }

    /** Walks from the roots in breadth: the first way to a package is a shortest one. */
    private static Map<LockedPackage, List<LockedPackage>> shortest(
            LockGraph graph, SortedMap<LockedPackage, List<String>> roots) {
        Map<LockedPackage, List<LockedPackage>> ways = new HashMap<>();
        Deque<LockedPackage> open = new ArrayDeque<>();
        for (LockedPackage root : roots.keySet()) {
            ways.put(root, List.of(root));
            open.add(root);
        }
        while (!open.isEmpty()) {
            LockedPackage by = open.remove();
            for (LockedPackage need : graph.needs(by).keySet()) {
                if (!ways.containsKey(need)) {
                    List<LockedPackage> way = new ArrayList<>(ways.get(by));
                    way.add(need);
                    ways.put(need, way);
                    open.add(need);
                }
            }
        }
        return ways;
    }

    private static void tell(SortedMap<String, SortedSet<String>> ways, LockGraph graph, SortedSet<String> here) {
        List<String> shortestFirst = new ArrayList<>(ways.keySet());
        shortestFirst.sort((one, other) -> Integer.compare(steps(one), steps(other)));
        shortestFirst.stream().limit(WAYS).forEach(way -> {
            SortedSet<String> targets = ways.get(way);
            LOG.info("  {}{}", way, targets.equals(here) ? "" : graph.only(targets));
        });
        if (shortestFirst.size() > WAYS) {
            LOG.info("  and {} more", shortestFirst.size() - WAYS);
        }
        if (shortestFirst.isEmpty()) {
            LOG.info("  nothing else needs it: another tool's lock has it for itself");
        }
    }

    private static int steps(String way) {
        return way.split(" -> ", -1).length;
    }
}
