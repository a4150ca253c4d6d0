package dev.airgap.resolve;

import dev.airgap.python.Marker;
import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import dev.airgap.resolve.Problem.Prereleases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Holds what all runs over one problem share: its targets, its packages, and the metadata read so far. */
final class Universe {

    private static final Set<String> NO_EXTRAS = Set.of();

    final Problem problem;
    final Target[] targets;
    final long everywhere;

    private final Catalog catalog;
    private final WheelChoice[] choices;
    private final Map<PackageName, Candidates> known = new HashMap<>();
    private final IdentityHashMap<WheelFile, Metadata> metadata = new IdentityHashMap<>();
    private final Map<PackageName, List<Root>> roots = new HashMap<>();
    private final Map<PackageName, List<Root>> constraints = new HashMap<>();

    Universe(Problem problem, Catalog catalog) {
        this.problem = problem;
        this.catalog = catalog;
        this.targets = problem.targets().toArray(new Target[0]);
        if (targets.length > Long.SIZE) {
            throw new IllegalArgumentException("no more than 64 targets can be solved in one run");
        }
        this.everywhere = -1L >>> (Long.SIZE - targets.length);
        this.choices = new WheelChoice[targets.length];
        for (int i = 0; i < targets.length; i++) {
            choices[i] = new WheelChoice(targets[i]);
        }
        group(problem.roots(), roots);
        group(problem.constraints(), constraints);
    }

    private static void group(List<Root> list, Map<PackageName, List<Root>> groups) {
        for (Root root : list) {
            groups.computeIfAbsent(root.requirement().name(), key -> new ArrayList<>())
                    .add(root);
        }
    }

    List<Root> constraints(PackageName name) {
        return constraints.getOrDefault(name, List.of());
    }

    List<Root> roots(PackageName name) {
        return roots.getOrDefault(name, List.of());
    }

    boolean isRoot(PackageName name) {
        return roots.containsKey(name);
    }

    Catalog catalog() {
        return catalog;
    }

    /** Gives a package; waits for its releases where they are on their way. */
    Candidates candidates(PackageName name) {
        Candidates candidates = known.get(name);
        if (candidates == null) {
            candidates = discover(name);
            known.put(name, candidates);
        }
        return candidates;
    }

    private Candidates discover(PackageName name) {
        Candidates candidates = new Candidates(releases(name), choices);
        pins(candidates, roots(name));
        pins(candidates, constraints(name));
        pins(candidates, problem.edits().overrides(name));
        SortedMap<String, Version> locked = problem.pins().get(name);
        if (locked != null) {
            for (int i = 0; i < targets.length; i++) {
                Version version = locked.get(targets[i].id());
                int position = version == null ? -1 : candidates.releases.position(version);
                if (position >= 0) {
                    candidates.pin(i, VersionSet.only(candidates.size, position));
                }
            }
        }
        return candidates;
    }

    /** Lists what users say of a package that may name an address. */
    private List<Root> askers(PackageName name) {
        List<Root> overrides = problem.edits().overrides(name);
        return overrides.isEmpty() ? roots(name) : overrides;
    }

    private Releases releases(PackageName name) {
        Set<String> seen = new HashSet<>();
        List<Releases> direct = new ArrayList<>();
        for (Root root : askers(name)) {
            if (!root.requirement().url().isEmpty()
                    && holds(root.requirement(), "", everywhere) != 0
                    && seen.add(root.requirement().url())) {
                direct.add(catalog.releases(root.requirement()));
            }
        }
        return direct.isEmpty() ? catalog.releases(name) : DirectReleases.of(name, direct);
    }

    private void pins(Candidates candidates, List<Root> asked) {
        for (Root root : asked) {
            Specifiers specifiers = root.requirement().specifiers();
            if (specifiers.isAny() && candidates.isUnknown()) {
                continue;
            }
            long where = holds(root.requirement(), "", everywhere);
            if (where == 0) {
                continue;
            }
            candidates.prereleasesAsked |= candidates.asksForPrereleases(specifiers);
            if (specifiers.pinned().isPresent()) {
                for (long rest = where; rest != 0; rest &= rest - 1) {
                    candidates.pin(Long.numberOfTrailingZeros(rest), candidates.matching(specifiers));
                }
            }
        }
    }

    /** Tells whether a pre-release of a package may be taken without a look at who depends on it. */
    boolean arePrereleasesAsked(Candidates candidates) {
        return switch (problem.prereleases().of(candidates.name)) {
            case ALLOW -> true;
            case NEVER -> false;
            case DEFAULT -> candidates.prereleasesAsked;
        };
    }

    /** Tells whether packages that depend on it may ask for its pre-releases. */
    boolean areDependenciesHeard(Candidates candidates) {
        return problem.prereleases().of(candidates.name) == Prereleases.DEFAULT;
    }

    /** Tells whether a user asks for this very address of a package. */
    boolean isAsked(Requirement direct) {
        for (Root root : askers(direct.name())) {
            if (root.requirement().url().equals(direct.url())) {
                return true;
            }
        }
        return false;
    }

    Metadata metadata(WheelFile wheel) {
        Metadata found = metadata.get(wheel);
        if (found == null) {
            found = catalog.metadata(wheel);
            metadata.put(wheel, found);
        }
        return found;
    }

    /** Reads the metadata of the wheels that targets would take of a release, and refuses those it rules out. */
    void inspect(Candidates subject, long among, int position) {
        for (long rest = among; rest != 0; rest &= rest - 1) {
            int target = Long.numberOfTrailingZeros(rest);
            Metadata read = metadata(subject.wheel(target, position));
            if (!targets[target].accepts(read.requiresPython())) {
                subject.refuse(target, position, Unusability.python(read.requiresPython()));
                continue;
            }
            try {
                read.requires();
            } catch (IllegalArgumentException broken) {
                subject.refuse(target, position, Unusability.unreadable(broken.getMessage()));
            }
        }
    }

    /** Counts the wheels whose metadata was read. */
    int metadataRead() {
        return metadata.size();
    }

    /**
     * Finds where a requirement holds for a package or one extra of it; for an extra only what it adds.
     *
     * @param among the targets to look at
     */
    long holds(Requirement requirement, String extra, long among) {
        if (requirement.marker() == Marker.ALWAYS) {
            return extra.isEmpty() ? among : 0;
        }
        Set<String> extras = extra.isEmpty() ? NO_EXTRAS : Set.of(extra);
        long result = 0;
        for (long rest = among; rest != 0; rest &= rest - 1) {
            int target = Long.numberOfTrailingZeros(rest);
            boolean holds = requirement.marker().holds(targets[target].environment(), extras);
            if (holds && (extra.isEmpty() || !requirement.marker().holds(targets[target].environment(), NO_EXTRAS))) {
                result |= 1L << target;
            }
        }
        return result;
    }

    /** Names targets, for people. */
    String names(long set) {
        List<String> names = new ArrayList<>();
        for (long rest = set; rest != 0; rest &= rest - 1) {
            names.add(targets[Long.numberOfTrailingZeros(rest)].id());
        }
        return Sentence.list(names);
    }

    /** Says in a line that the targets outside a set have an answer; empty where there are none. */
    String others(long failed) {
        long others = everywhere & ~failed;
        return others == 0 ? "" : "\n" + names(others) + (Long.bitCount(others) > 1 ? " have" : " has") + " an answer";
    }
}
