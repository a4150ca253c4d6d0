package dev.airgap.goal;

import dev.airgap.lock.LockedPackage;
import dev.airgap.resolve.Resolution;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds what was locked of packages.
 *
 * @param parted by name, why a package has several versions
 */
record PackagesLocked(List<LockedPackage> packages, SortedMap<String, String> parted) {

    static final PackagesLocked NONE = new PackagesLocked(List.of(), new TreeMap<>());

    static PackagesLocked of(List<LockedPackage> packages, Resolution resolution) {
        SortedMap<String, String> parted = new TreeMap<>();
        resolution.parted().forEach((name, why) -> parted.put(name.value(), why));
        return new PackagesLocked(packages, parted);
    }
}
