package dev.airgap.lock;

import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import dev.airgap.resolve.Pin;
import dev.airgap.resolve.WheelFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Turns what was solved into what is locked, and back into pins to keep. */
public final class LockedPackages {

    private LockedPackages() {}

    /**
     * Locks what was solved.
     *
     * @param pins the solution
     * @param completed gives a wheel with its size and sha256, where the index had told only a part
     * @param folder the lock's folder: a wheel in the file system is locked by its place relative to it
     * @throws IllegalArgumentException where a wheel still has no size or sha256
     */
    public static List<LockedPackage> of(List<Pin> pins, UnaryOperator<WheelFile> completed, Path folder) {
        List<LockedPackage> packages = new ArrayList<>(pins.size());
        for (Pin pin : pins) {
            SortedMap<String, WheelFile> files = new TreeMap<>();
            Map<String, List<String>> targets = new HashMap<>();
            pin.wheels().forEach((target, wheel) -> {
                files.putIfAbsent(wheel.name().fileName(), wheel);
                targets.computeIfAbsent(wheel.name().fileName(), name -> new ArrayList<>())
                        .add(target);
            });
            List<LockedWheel> wheels = new ArrayList<>(files.size());
            files.forEach((name, file) -> {
                WheelFile whole = completed.apply(file);
                String index = whole.index().equals(pin.index()) ? "" : whole.index();
                wheels.add(new LockedWheel(
                        name, place(whole.url(), folder), whole.size(), whole.sha256(), index, targets.get(name)));
            });
            SortedMap<String, List<String>> dependencies = new TreeMap<>();
            pin.dependencies()
                    .forEach((target, names) -> dependencies.put(
                            target, names.stream().map(PackageName::value).toList()));
            packages.add(new LockedPackage(
                    pin.name().value(),
                    pin.version().toString(),
                    pin.index(),
                    List.copyOf(pin.extras()),
                    wheels,
                    dependencies));
        }
        return packages;
    }

    /**
     * Gives the pins of a lock as the solver takes them: package, then target id. A target that the lock doesn't have
     * is given the highest version of the others, so that another base image moves no version by itself.
     *
     * @param targets the ids that will be solved for
     */
    public static Map<PackageName, SortedMap<String, Version>> pins(Lock lock, Collection<String> targets) {
        Set<String> added = new TreeSet<>(targets);
        lock.targets().forEach(target -> added.remove(target.id()));
        Map<PackageName, SortedMap<String, Version>> pins = new HashMap<>();
        for (LockedPackage locked : lock.packages()) {
            Version version = Version.parse(locked.version());
            SortedMap<String, Version> versions =
                    pins.computeIfAbsent(PackageName.of(locked.name()), name -> new TreeMap<>());
            locked.dependencies().keySet().forEach(target -> versions.put(target, version));
            added.forEach(
                    target -> versions.merge(target, version, (one, other) -> one.compareTo(other) < 0 ? other : one));
        }
        return pins;
    }

    /** No machine's paths stand in a lock: what lies in the file system is named from the lock's folder. */
    private static URI place(URI url, Path folder) {
        if (!"file".equals(url.getScheme())) {
            return url;
        }
        Path from = folder.toAbsolutePath().normalize();
        Path to = Path.of(url).normalize();
        if (!to.isAbsolute() || !from.getRoot().equals(to.getRoot())) {
            return url;
        }
        String path = from.relativize(to).toString().replace('\\', '/');
        try {
            return new URI(null, null, path.startsWith("../") ? path : "./" + path, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the wheel's path can't be written as an address: " + path, e);
        }
    }
}
