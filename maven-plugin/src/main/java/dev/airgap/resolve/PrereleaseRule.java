package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import dev.airgap.resolve.Problem.Prereleases;
import java.util.Map;

/**
 * Says which pre-releases may be chosen.
 *
 * @param all for packages that have no word of their own
 * @param packages for these
 */
public record PrereleaseRule(Prereleases all, Map<PackageName, Prereleases> packages) {

    /** Makes the same rule for all packages. */
    public static PrereleaseRule of(Prereleases all) {
        return new PrereleaseRule(all, Map.of());
    }

    Prereleases of(PackageName name) {
        return packages.getOrDefault(name, all);
    }
}
