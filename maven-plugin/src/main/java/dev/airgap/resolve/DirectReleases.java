package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** Joins the releases that several addresses of one package give, as when each target has its own wheel. */
final class DirectReleases {

    private DirectReleases() {}

    static Releases of(PackageName name, List<Releases> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        TreeMap<Version, List<WheelFile>> byVersion = new TreeMap<>();
        for (Releases part : parts) {
            for (int position = 0; position < part.size(); position++) {
                byVersion
                        .computeIfAbsent(part.version(position), version -> new ArrayList<>())
                        .addAll(part.wheels(position));
            }
        }
        return new ListedReleases(
                name,
                parts.get(0).index(),
                List.copyOf(byVersion.keySet()),
                List.copyOf(byVersion.values()),
                Collections.nCopies(byVersion.size(), false),
                "");
    }
}
