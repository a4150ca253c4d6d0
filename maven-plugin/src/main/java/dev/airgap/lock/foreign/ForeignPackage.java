package dev.airgap.lock.foreign;

import dev.airgap.python.Marker;
import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Version;
import dev.airgap.resolve.WheelFile;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Holds a package as another tool's lock pins it.
 *
 * @param version null for the project itself where its version is dynamic
 * @param source where the lock has it from, in the lock's own words
 * @param local whether it is a project of the user's own, which no index has
 * @param groups the groups it belongs to; empty where the lock tells that otherwise
 * @param marker where it is needed
 * @param pythons the Pythons it is for: one of these must hold; empty where the lock says nothing
 * @param wheels an address is empty where the lock tells none
 * @param sdist whether it has a source distribution or is one
 * @param needs what it needs
 * @param extras what each of its extras needs beside; for the project itself also what each group needs
 */
public record ForeignPackage(
        PackageName name,
        Version version,
        String source,
        boolean local,
        SortedSet<String> groups,
        Marker marker,
        List<Specifiers> pythons,
        List<WheelFile> wheels,
        boolean sdist,
        List<Need> needs,
        Map<String, List<Need>> extras) {

    @Override
    public String toString() {
        return version == null ? name.value() : name + " " + version;
    }
}
