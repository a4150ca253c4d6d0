package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.Nearest;
import dev.airgap.http.SafeUrl;
import dev.airgap.input.Lists;
import dev.airgap.python.PackageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what may happen to the lock.
 *
 * @param change whether it may be written anew
 * @param upgradeAll whether all pins move
 * @param names packages and repositories whose pins move, as written
 */
public record LockPolicy(Change change, boolean upgradeAll, Set<String> names) {

    /**
     * Reads {@code airgap.upgrade}: a bare property counts as true.
     *
     * @param upgrade null where nothing was said
     */
    public static LockPolicy of(Change change, String upgrade) {
        String word = upgrade == null ? "false" : upgrade.trim();
        boolean all = word.isEmpty() || word.equalsIgnoreCase("true");
        boolean some = !all && !word.equalsIgnoreCase("false");
        return new LockPolicy(change, all, some ? new TreeSet<>(Lists.split(word)) : Set.of());
    }

    /** Says whether a lock may be written anew. */
    public enum Change {
        ALLOWED,
        /** Where there is a lock, it stays: what continuous integration wants. */
        ONLY_THE_FIRST,
        /** Neither changed nor made. */
        FORBIDDEN;

        /** Reads {@code airgap.locked}; a bare property counts as true. */
        public static Change of(String locked) {
            String word = locked.trim();
            if (word.isEmpty() || word.equalsIgnoreCase("true")) {
                return FORBIDDEN;
            }
            if (word.equalsIgnoreCase("false")) {
                return ALLOWED;
            }
            // An unknown word must never unlock.
            throw new FaultException(Fault.of("airgap.locked is neither true nor false: " + word)
                    .at("airgap.locked")
                    .advise("Write true or false."));
        }

        /**
         * Decides where nothing was said.
         *
         * @param ci the environment's CI, or null
         */
        public static Change of(boolean asked, String ci) {
            boolean set = ci != null && !ci.isBlank() && !ci.equalsIgnoreCase("false") && !ci.equals("0");
            return set && !asked ? ONLY_THE_FIRST : ALLOWED;
        }
    }

    /** Tells whether a pin is let go. */
    public boolean moves(PackageName name) {
        return upgradeAll || names.stream().anyMatch(one -> isPackage(one, name));
    }

    /** Tells whether a snapshot's pin is let go. */
    public boolean movesModel(String repo) {
        return upgradeAll || names.contains(repo);
    }

    /** Tells whether any pin is let go. */
    public boolean movesAny() {
        return upgradeAll || !names.isEmpty();
    }

    /**
     * Refuses names that nothing has: a mistyped one would leave its pin where it is in silence.
     *
     * @param packages those of the lock and those asked for
     * @param models repositories of the lock and those asked for
     */
    void demandKnown(Set<PackageName> packages, Set<String> models) {
        List<Fault> faults = new ArrayList<>();
        for (String name : names) {
            if (!models.contains(name) && packages.stream().noneMatch(known -> isPackage(name, known))) {
                Set<String> known = new TreeSet<>(models);
                packages.forEach(one -> known.add(one.value()));
                String near = Nearest.question(name, known);
                faults.add(
                        Fault.of("There is no package and no model to upgrade by the name " + SafeUrl.printable(name))
                                .at("airgap.upgrade")
                                .advise(
                                        near.isEmpty()
                                                ? "Name packages and models of the lock, separated by commas, or none to move all."
                                                : near));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    /** Compares as indexes do (PEP 503, normalized names); what no package may be called is none. */
    private static boolean isPackage(String written, PackageName name) {
        try {
            return PackageName.of(written).equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
