package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import java.util.List;

/**
 * Holds releases that are all at hand.
 *
 * @param versions ascending
 * @param files the wheels of each version
 * @param sdists whether each version has a source distribution
 * @param withheld why none is shown though the index has some; else empty
 */
public record ListedReleases(
        PackageName name,
        String index,
        List<Version> versions,
        List<List<WheelFile>> files,
        List<Boolean> sdists,
        String withheld)
        implements Releases {

    /** Shows nothing of a package that an index does have. */
    public static Releases none(PackageName name, String index, String why) {
        return new ListedReleases(name, index, List.of(), List.of(), List.of(), why);
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
        return files.get(position);
    }

    @Override
    public boolean hasSdist(int position) {
        return sdists.get(position);
    }
}
