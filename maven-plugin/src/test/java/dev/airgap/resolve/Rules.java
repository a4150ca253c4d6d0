package dev.airgap.resolve;

import dev.airgap.python.Marker;
import dev.airgap.python.Requirement;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says in the plainest way what holds in a thrown universe on one target; shares no code with the solver. */
final class Rules {

    final Dice dice;
    final Target target;

    Rules(Dice dice, Target target) {
        this.dice = dice;
        this.target = target;
    }

    WheelFile wheel(World.Release release) {
        WheelFile best = null;
        for (WheelFile wheel : release.wheels) {
            int rank = target.tags().rank(wheel.name());
            boolean fits = rank >= 0
                    && target.accepts(wheel.requiresPython())
                    && target.accepts(dice.world.metadata(wheel).requiresPython())
                    && (!wheel.isYanked() || isPinned(release));
            if (fits && (best == null || rank < target.tags().rank(best.name()))) {
                best = wheel;
            }
        }
        return best;
    }

    private boolean isPinned(World.Release release) {
        return stated(release.name.value()).stream()
                .anyMatch(stated -> stated.specifiers().pinned().isPresent()
                        && stated.specifiers().contains(release.version)
                        && holds(stated, ""));
    }

    /** Lists the roots and constraints on a package. */
    private List<Requirement> stated(String name) {
        List<Requirement> stated = new ArrayList<>();
        dice.problem.roots().forEach(root -> stated.add(root.requirement()));
        dice.problem.constraints().forEach(root -> stated.add(root.requirement()));
        stated.removeIf(requirement -> !requirement.name().value().equals(name));
        return stated;
    }

    boolean holds(Requirement requirement, String extra) {
        Marker marker = requirement.marker();
        return marker.holds(target.environment(), extra.isEmpty() ? Set.of() : Set.of(extra));
    }

    /** Lists what a release needs for itself, or for an extra. */
    List<Requirement> needs(World.Release release, String extra) {
        List<Requirement> needs = new ArrayList<>();
        for (Requirement requirement : dice.world.metadata(wheel(release)).requires()) {
            if (holds(requirement, extra)) {
                needs.add(requirement);
            }
        }
        return needs;
    }

    boolean constraintsAllow(World.Release release) {
        return dice.problem.constraints().stream()
                .map(Root::requirement)
                .filter(constraint -> constraint.name().equals(release.name) && holds(constraint, ""))
                .allMatch(constraint -> constraint.specifiers().contains(release.version));
    }

    boolean asks(String name, Specifiers specifiers) {
        List<World.Release> matching = new ArrayList<>(dice.releases.get(name));
        matching.removeIf(release -> !specifiers.contains(release.version));
        boolean finals = matching.stream()
                .anyMatch(release -> !release.version.isPreRelease()
                        && release.wheels.stream().anyMatch(wheel -> !wheel.isYanked()));
        return specifiers.mentionsPreRelease()
                || (!finals && matching.stream().anyMatch(release -> release.version.isPreRelease()));
    }

    /** Tells whether a user asks for pre-releases of a package, for any of the targets. */
    boolean usersAsk(String name) {
        return stated(name).stream()
                .filter(stated -> dice.problem.targets().stream()
                        .anyMatch(any -> stated.marker().holds(any.environment(), Set.of())))
                .anyMatch(stated -> asks(name, stated.specifiers()));
    }
}
