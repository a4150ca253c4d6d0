package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Joins the releases that several addresses of one package give, as when each target has its own wheel. */
final class DirectReleases implements Releases {

    private final PackageName name;
    private final String index;
    private final List<Version> versions = new ArrayList<>();
    private final List<List<WheelFile>> wheels = new ArrayList<>();

    private DirectReleases(PackageName name, String index) {
        this.name = name;
        this.index = index;
    }

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
        DirectReleases joined = new DirectReleases(name, parts.get(0).index());
        byVersion.forEach((version, files) -> {
            joined.versions.add(version);
            joined.wheels.add(List.copyOf(files));
        });
        return joined;
    }

    @Override
    public PackageName name() {
        return name;
    }

    @Override
    public String index() {
        return index;
    }

    @Override
    public int size() {
        return versions.size();
    }

    @Override
    public Version version(int position) {
        return versions.get(position);
    }

    @Override
    public List<WheelFile> wheels(int position) {
        return wheels.get(position);
    }

    @Override
    public boolean hasSdist(int position) {
        return false;
    }
}
