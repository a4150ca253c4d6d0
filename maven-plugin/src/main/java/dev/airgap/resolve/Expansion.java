package dev.airgap.resolve;

import dev.airgap.python.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what users ask for and what releases depend on into incompatibilities. */
final class Expansion {

    private static final class Dependency {
        final Requirement requirement;
        long targets;

        Dependency(Requirement requirement) {
            this.requirement = requirement;
        }
    }

    private final Universe universe;
    private final Plan plan;
    private final Trail trail;
    private final Propagation propagation;
    private final Variables variables;
    private final Admission admission;
    private final Scout scout;

    Expansion(Universe universe, Plan plan, Trail trail, Propagation propagation, Variables variables, Scout scout) {
        this.universe = universe;
        this.plan = plan;
        this.trail = trail;
        this.propagation = propagation;
        this.variables = variables;
        this.scout = scout;
        this.admission = new Admission(universe, plan);
    }

    Admission admission() {
        return admission;
    }

    /** Says what the users ask for; gives an incompatibility that is wholly true already, or null. */
    Incompatibility roots() {
        Incompatibility conflict = null;
        for (Root root : universe.problem.roots()) {
            Requirement requirement = root.requirement();
            long targets = universe.holds(requirement, "", plan.targets);
            if (targets == 0) {
                continue;
            }
            Candidates subject = universe.candidates(requirement.name());
            for (Incompatibility incompatibility :
                    demand(null, null, requirement, subject, targets, new Cause.Asked(root, subject))) {
                Incompatibility found = propagation.add(incompatibility);
                conflict = conflict == null ? found : conflict;
            }
        }
        return conflict;
    }

    /** Looks at every need of a decided package that was not looked at; gives a conflict or null. */
    Incompatibility expand(VersionVariable version) {
        if (version.decided < 0) {
            return null;
        }
        int position = trail.decision(version);
        Incompatibility conflict = null;
        if (version.isNeed()) {
            conflict = expand(version, "", version.requirements, position);
        }
        for (int i = 0; i < version.needs.size(); i++) {
            NeedVariable need = version.needs.get(i);
            if (trail.isPresent(need) && !isCovered(need)) {
                Incompatibility found = expand(need, need.extra, need.requirements, position);
                conflict = conflict == null ? found : conflict;
            }
        }
        return conflict;
    }

    /** Tells whether another need says as much and more. */
    private boolean isCovered(NeedVariable need) {
        for (NeedVariable other : need.version.needs) {
            if (other != need
                    && (need.targets & ~other.targets) == 0
                    && other.extra.equals(need.extra)
                    && trail.isPresent(other)) {
                return true;
            }
        }
        return false;
    }

    private Incompatibility expand(Variable need, String extra, Requirements requirements, int position) {
        if (requirements.isExpanded(position)) {
            return null;
        }
        Candidates subject = need.subject;
        if (!subject.isUsable(need.targets, position)) {
            return extra.isEmpty() ? refuse(need, requirements, position) : null;
        }
        universe.inspect(subject, need.targets, position);
        if (!subject.isUsable(need.targets, position)) {
            return extra.isEmpty() ? refuse(need, requirements, position) : null;
        }
        Incompatibility conflict = null;
        for (Dependency dependency : dependencies(subject, extra, need.targets, position)) {
            Incompatibility found =
                    depend(need, extra, requirements, position, dependency.requirement, dependency.targets);
            conflict = conflict == null ? found : conflict;
        }
        requirements.expanded(subject.size, position);
        return conflict;
    }

    /** Says that a release has no wheel that every target of a need could use; gives a conflict or null. */
    Incompatibility refuse(Variable need, Requirements requirements, int position) {
        VersionVariable version = need.version();
        if (requirements.unusable == null) {
            requirements.unusable = new Incompatibility.Builder()
                    .term(need, need.present)
                    .term(version, VersionSet.only(version.subject.size, position))
                    .because(new Cause.Unusable(version.subject, need.targets));
        } else {
            requirements.unusable.widen(version, position);
        }
        return propagation.add(requirements.unusable);
    }

    /** Lists the dependencies of a release, read from the wheel that each target takes, each with where it holds. */
    private List<Dependency> dependencies(Candidates subject, String extra, long targets, int position) {
        List<Dependency> found = new ArrayList<>();
        Map<String, Dependency> byText = null;
        for (long rest = targets; rest != 0; ) {
            WheelFile wheel = subject.wheel(Long.numberOfTrailingZeros(rest), position);
            long same = 0;
            for (long others = rest; others != 0; others &= others - 1) {
                if (isSame(subject.wheel(Long.numberOfTrailingZeros(others), position), wheel)) {
                    same |= others & -others;
                }
            }
            boolean several = same != targets;
            if (several && byText == null) {
                byText = new LinkedHashMap<>();
            }
            List<Requirement> requires = universe.metadata(wheel).requires();
            for (int i = 0; i < requires.size(); i++) {
                Requirement requirement = requires.get(i);
                long holds = universe.holds(requirement, extra, same);
                if (holds == 0) {
                    continue;
                }
                Dependency dependency = several ? byText.get(text(requirement)) : null;
                if (dependency == null) {
                    dependency = new Dependency(requirement);
                    found.add(dependency);
                    if (several) {
                        byText.put(text(requirement), dependency);
                    }
                }
                dependency.targets |= holds;
            }
            rest &= ~same;
        }
        for (int i = 0; i < found.size(); i++) {
            Dependency dependency = found.get(i);
            if (dependency.requirement.url().isEmpty()) {
                scout.discovered(dependency.requirement);
            }
        }
        return found;
    }

    private static boolean isSame(WheelFile one, WheelFile other) {
        return one.name().fileName().equals(other.name().fileName());
    }

    private static String text(Requirement requirement) {
        StringBuilder text = new StringBuilder(requirement.name().value());
        for (String extra : requirement.extras()) {
            text.append('[').append(extra);
        }
        return text.append(requirement.url().isEmpty() ? "" : "@")
                .append(requirement.url())
                .append(requirement.specifiers())
                .toString();
    }

    private Incompatibility depend(
            Variable need, String extra, Requirements known, int position, Requirement requirement, long targets) {
        VersionVariable version = need.version();
        String key = text(requirement) + '#' + targets;
        Incompatibility[] incompatibilities = known.known(key);
        if (incompatibilities != null) {
            for (Incompatibility incompatibility : incompatibilities) {
                incompatibility.widen(version, position);
            }
        } else if (!requirement.url().isEmpty() && !universe.isAsked(requirement)) {
            incompatibilities = new Incompatibility[] {
                new Incompatibility.Builder()
                        .term(need, need.present)
                        .term(version, VersionSet.only(version.subject.size, position))
                        .because(new Cause.Address(version.subject, requirement))
            };
            known.learn(key, incompatibilities);
        } else {
            Candidates subject = universe.candidates(requirement.name());
            admission.heard(subject, requirement.specifiers());
            incompatibilities = demand(
                            need,
                            VersionSet.only(version.subject.size, position),
                            requirement,
                            subject,
                            targets,
                            new Cause.Dependency(version.subject, extra, requirement, subject, targets))
                    .toArray(new Incompatibility[0]);
            if (subject != version.subject) {
                known.learn(key, incompatibilities);
            }
        }
        Incompatibility conflict = null;
        for (Incompatibility incompatibility : incompatibilities) {
            Incompatibility found = propagation.add(incompatibility);
            conflict = conflict == null ? found : conflict;
        }
        return conflict;
    }

    /**
     * Says what a requirement demands on targets.
     *
     * @param need what has the requirement, null where a user has
     * @param positions the releases of it that have the requirement
     */
    private List<Incompatibility> demand(
            Variable need,
            VersionSet positions,
            Requirement requirement,
            Candidates subject,
            long targets,
            Cause cause) {
        List<Incompatibility> demanded = new ArrayList<>(2);
        VersionSet matching = subject.matching(requirement.specifiers());
        for (VersionVariable version : variables.versions(subject)) {
            long here = targets & version.targets;
            if (here == 0) {
                continue;
            }
            boolean plain = requirement.extras().isEmpty();
            if (matching.size() < subject.size || (plain && version.isNeed()) || subject.isUnknown()) {
                Incompatibility.Builder builder = demandedBy(need, positions);
                keep(demanded, builder.term(version, matching.not()).because(cause));
            }
            if (plain && !version.isNeed()) {
                Variable needed = variables.need(version, "", here);
                keep(
                        demanded,
                        demandedBy(need, positions).term(needed, needed.absent).because(cause));
            }
            for (String extra : requirement.extras()) {
                Variable needed = variables.need(version, extra, here);
                keep(
                        demanded,
                        demandedBy(need, positions).term(needed, needed.absent).because(cause));
            }
        }
        return demanded;
    }

    private static Incompatibility.Builder demandedBy(Variable need, VersionSet positions) {
        Incompatibility.Builder builder = new Incompatibility.Builder();
        if (need != null) {
            builder.term(need, need.present).term(need.version(), positions);
        }
        return builder;
    }

    private static void keep(List<Incompatibility> list, Incompatibility incompatibility) {
        if (incompatibility != null) {
            list.add(incompatibility);
        }
    }
}
