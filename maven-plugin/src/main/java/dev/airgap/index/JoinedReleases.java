package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Joins the releases that several indexes have of one project (PEP 708); a file that both have is the first one's. */
final class JoinedReleases implements Releases {

    private final List<CachedReleases> parts;
    private final List<Version> versions = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();

    /** @param parts the owner's first; at least one */
    JoinedReleases(List<CachedReleases> parts) {
        this.parts = List.copyOf(parts);
        SortedMap<Version, int[]> found = new TreeMap<>();
        for (int part = 0; part < parts.size(); part++) {
            for (int position = 0; position < parts.get(part).size(); position++) {
                int[] place = found.computeIfAbsent(parts.get(part).version(position), version -> nowhere());
                place[part] = position;
            }
        }
        for (Map.Entry<Version, int[]> release : found.entrySet()) {
            versions.add(release.getKey());
            places.add(release.getValue());
        }
    }

    private int[] nowhere() {
        int[] place = new int[parts.size()];
        Arrays.fill(place, -1);
        return place;
    }

    @Override
    public PackageName name() {
        return parts.get(0).name();
    }

    @Override
    public String index() {
        return parts.get(0).index();
    }

    @Override
    public List<String> indexes() {
        return parts.stream().map(CachedReleases::index).toList();
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
        Map<String, WheelFile> wheels = new LinkedHashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            int place = places.get(position)[part];
            for (WheelFile wheel :
                    place < 0 ? List.<WheelFile>of() : parts.get(part).wheels(place)) {
                WheelFile first = wheels.putIfAbsent(wheel.name().fileName(), wheel);
                if (first != null && !first.index().equals(wheel.index()) && differ(first, wheel)) {
                    throw different(first, wheel);
                }
            }
        }
        return Collections.unmodifiableList(new ArrayList<>(wheels.values()));
    }

    private static boolean differ(WheelFile one, WheelFile other) {
        return !one.sha256().isEmpty()
                && !other.sha256().isEmpty()
                && !one.sha256().equals(other.sha256());
    }

    private static FaultException different(WheelFile one, WheelFile other) {
        return new FaultException(Fault.of("Two indexes of one project have different files of one name: "
                        + one.name().fileName())
                .at("the indexes '" + one.index() + "' and '" + other.index() + "'")
                .because("'" + one.index() + "' has sha256 " + one.sha256() + "\n'" + other.index() + "' has sha256 "
                        + other.sha256())
                .advise("Give the package to the index that you trust with it: <packages>"
                        + one.name().name() + "</packages> in its <index>"));
    }

    @Override
    public boolean hasSdist(int position) {
        for (int part = 0; part < parts.size(); part++) {
            int place = places.get(position)[part];
            if (place >= 0 && parts.get(part).hasSdist(place)) {
                return true;
            }
        }
        return false;
    }
}
