package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Version;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows the releases of one package as the solver sees them: which match specifiers, and which wheel each target would
 * take. Nothing here depends on a run, so every run over the same problem shares it.
 */
final class Candidates {

    /** The releases that match specifiers; whether the specifiers let pre-releases in is found when asked. */
    private static final class Match {
        final VersionSet set;
        Boolean asks;

        Match(VersionSet set) {
            this.set = set;
        }
    }

    final PackageName name;
    final Releases releases;
    final int size;
    final VersionSet all;
    final VersionSet absent;
    final VersionSet present;

    private final WheelChoice[] choices;
    private final WheelFile[][] wheels;
    private final BitSet[] looked;
    /** The positions whose yanked wheels may be taken, by target; null where there are none. */
    private final BitSet[] pinned;

    private final Map<String, Match> matches = new HashMap<>();
    private final Map<Long, String> refusals = new HashMap<>();
    private VersionSet prereleases;

    /** Whether a root or constraint asks for pre-releases. */
    boolean prereleasesAsked;

    Candidates(Releases releases, WheelChoice[] choices) {
        this.name = releases.name();
        this.releases = releases;
        this.size = releases.size();
        this.all = VersionSet.all(size);
        this.absent = VersionSet.absent(size);
        this.present = VersionSet.present(size);
        this.choices = choices;
        this.wheels = new WheelFile[choices.length][];
        this.looked = new BitSet[choices.length];
        this.pinned = new BitSet[choices.length];
    }

    boolean isUnknown() {
        return size == 0;
    }

    /** Tells whether no index knows the name; one that keeps all releases back does. */
    boolean isUnheardOf() {
        return isUnknown() && releases.withheld().isEmpty();
    }

    Version version(int position) {
        return releases.version(position);
    }

    /** Gives the releases that match, without absence. */
    VersionSet matching(Specifiers specifiers) {
        return match(specifiers).set;
    }

    private Match match(Specifiers specifiers) {
        String text = specifiers.toString();
        Match match = matches.get(text);
        if (match == null) {
            match = new Match(find(specifiers));
            matches.put(text, match);
        }
        return match;
    }

    private VersionSet find(Specifiers specifiers) {
        if (specifiers.isAny()) {
            return present;
        }
        return VersionSet.of(size, specifiers.matching(size, releases::version));
    }

    /**
     * Tells whether specifiers ask for pre-releases: they name one, or match no final release that can be had as a
     * wheel at all (PEP 440, handling of pre-releases). Other requirements play no part in it, so that a conflict
     * never lets a pre-release in.
     */
    boolean asksForPrereleases(Specifiers specifiers) {
        if (specifiers.mentionsPreRelease()) {
            return true;
        }
        Match match = match(specifiers);
        if (match.asks == null) {
            match.asks = matchesNoFinal(match.set);
        }
        return match.asks;
    }

    private boolean matchesNoFinal(VersionSet set) {
        boolean prerelease = false;
        for (int position = set.highest(); position >= 0; position = set.below(position)) {
            if (releases.version(position).isPreRelease()) {
                prerelease = true;
            } else if (isOffered(position)) {
                return false;
            }
        }
        return prerelease;
    }

    private boolean isOffered(int position) {
        List<WheelFile> files = releases.wheels(position);
        for (int i = 0; i < files.size(); i++) {
            if (!files.get(i).isYanked()) {
                return true;
            }
        }
        return false;
    }

    boolean isPrerelease(int position) {
        return releases.version(position).isPreRelease();
    }

    VersionSet prereleases() {
        if (prereleases == null) {
            BitSet found = new BitSet(size);
            for (int position = 0; position < size; position++) {
                found.set(position, isPrerelease(position));
            }
            prereleases = VersionSet.of(size, found);
        }
        return prereleases;
    }

    /** Lets yanked wheels of releases be taken for a target (PEP 592: pinned). */
    void pin(int target, VersionSet set) {
        if (pinned[target] == null) {
            pinned[target] = new BitSet(size);
        }
        for (int position = set.lowest(); position >= 0; position = set.above(position)) {
            pinned[target].set(position);
        }
    }

    /** Gives the wheel that a target takes of a release, or null where it can use none. */
    WheelFile wheel(int target, int position) {
        if (looked[target] == null) {
            looked[target] = new BitSet(size);
            wheels[target] = new WheelFile[size];
        }
        if (!looked[target].get(position)) {
            looked[target].set(position);
            List<WheelFile> files = releases.wheels(position);
            WheelFile chosen = choices[target].choose(files, false);
            if (chosen == null && isPinned(target, position)) {
                chosen = choices[target].choose(files, true);
            }
            wheels[target][position] = chosen;
        }
        return wheels[target][position];
    }

    boolean isPinned(int target, int position) {
        return pinned[target] != null && pinned[target].get(position);
    }

    /** Tells whether a release has a usable wheel for each target of a set. */
    boolean isUsable(long targets, int position) {
        for (long rest = targets; rest != 0; rest &= rest - 1) {
            if (wheel(Long.numberOfTrailingZeros(rest), position) == null) {
                return false;
            }
        }
        return true;
    }

    /** Notes that the metadata of the wheel a target would take rules it out, as a predicate in singular|plural. */
    void refuse(int target, int position, String reason) {
        wheels[target][position] = null;
        refusals.put((long) target << 32 | position, reason);
    }

    /** Gives the reason why the metadata of a wheel ruled it out for a target, or null. */
    String refusal(int target, int position) {
        return refusals.get((long) target << 32 | position);
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
