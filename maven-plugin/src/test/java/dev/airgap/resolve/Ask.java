package dev.airgap.resolve;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts a problem together and asks the resolver. */
final class Ask {

    private final World world;
    private List<Target> targets = List.of(World.LINUX);
    private final List<Root> roots = new ArrayList<>();
    private final List<Root> constraints = new ArrayList<>();
    private final List<Root> overrides = new ArrayList<>();
    private final Map<PackageName, String> exclusions = new LinkedHashMap<>();
    private final Map<PackageName, SortedMap<String, Version>> pins = new HashMap<>();
    private PrereleaseRule prereleases = PrereleaseRule.of(Problem.Prereleases.DEFAULT);
    private Problem.Strategy strategy = Problem.Strategy.HIGHEST;

    private Ask(World world) {
        this.world = world;
    }

    static Ask of(World world, String... requirements) {
        Ask ask = new Ask(world);
        for (String requirement : requirements) {
            ask.roots.add(new Root(Requirement.parse(requirement), "requirements.txt:" + (ask.roots.size() + 1)));
        }
        return ask;
    }

    Ask on(Target... list) {
        targets = List.of(list);
        return this;
    }

    Ask under(String... list) {
        for (String constraint : list) {
            constraints.add(new Root(Requirement.parse(constraint), "constraints.txt:" + (constraints.size() + 1)));
        }
        return this;
    }

    /** Overrides; what has no version and begins with a dash excludes. */
    Ask edited(String... list) {
        for (String edit : list) {
            if (edit.startsWith("-")) {
                exclusions.put(PackageName.of(edit.substring(1)), "<exclusion>");
            } else {
                overrides.add(new Root(Requirement.parse(edit), "overrides.txt:" + (overrides.size() + 1)));
            }
        }
        return this;
    }

    Ask locked(String name, String version) {
        SortedMap<String, Version> byTarget = new TreeMap<>();
        for (Target target : targets) {
            byTarget.put(target.id(), Version.parse(version));
        }
        pins.put(PackageName.of(name), byTarget);
        return this;
    }

    Ask prereleases(Problem.Prereleases choice) {
        prereleases = PrereleaseRule.of(choice);
        return this;
    }

    Ask prereleases(Problem.Prereleases choice, String name, Problem.Prereleases own) {
        prereleases = new PrereleaseRule(choice, Map.of(PackageName.of(name), own));
        return this;
    }

    Ask strategy(Problem.Strategy choice) {
        strategy = choice;
        return this;
    }

    Problem problem() {
        return new Problem(
                targets, roots, constraints, pins, prereleases, strategy, Edits.of(overrides, exclusions, targets));
    }

    Resolution solve() {
        return new PubGrubResolver().resolve(problem(), world);
    }

    /** Gives {@code a 1.0, b 2.0}; a pin that not all targets have is followed by those that have it. */
    String pins() {
        return solve().pins().stream()
                .map(pin -> pin.name() + " " + pin.version()
                        + (pin.wheels().size() == targets.size()
                                ? ""
                                : " on " + String.join("+", pin.wheels().keySet())))
                .collect(Collectors.joining(", "));
    }

    List<Fault> faults() {
        try {
            throw new AssertionError("solved: " + pins());
        } catch (FaultException failure) {
            return failure.faults();
        }
    }

    String failure() {
        return faults().stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }
}
