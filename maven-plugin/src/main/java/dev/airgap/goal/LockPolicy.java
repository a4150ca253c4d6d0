package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.PackageName;
import java.util.Set;

/**
 * Says what may happen to the lock.
 *
 * @param change whether it may be written anew
 * @param upgradeAll whether all pins move
 * @param packages packages whose pins move
 * @param models repositories whose pins move
 */
public record LockPolicy(Change change, boolean upgradeAll, Set<PackageName> packages, Set<String> models) {

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
        return upgradeAll || packages.contains(name);
    }

    /** Tells whether a snapshot's pin is let go. */
    public boolean movesModel(String repo) {
        return upgradeAll || models.contains(repo);
    }

    /** Tells whether any pin is let go. */
    public boolean movesAny() {
        return upgradeAll || !packages.isEmpty() || !models.isEmpty();
    }
}
