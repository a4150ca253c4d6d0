package dev.airgap.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds what {@code airgap.lock} holds: every version, revision and checksum a bundle is made of. All lists are put in
 * order here, and what contradicts itself is refused with an IllegalArgumentException.
 *
 * @param inputs what the lock was made from
 * @param targets in the order of their ids
 * @param packages by name, then version as text
 * @param models by type, repo, then revision
 * @param files by path
 * @param periods what a period before the lock came to, as an instant (ISO 8601, UTC): {@code P7D}
 * @param parted why a package that stands here in several versions could not have one for all targets
 */
public record Lock(
        Inputs inputs,
        List<LockedTarget> targets,
        List<LockedPackage> packages,
        List<LockedModel> models,
        List<LockedFile> files,
        SortedMap<String, String> periods,
        SortedMap<String, String> parted) {

    /** Holds a lock that no period has anything to do with, and in which nothing parted. */
    public Lock(
            Inputs inputs,
            List<LockedTarget> targets,
            List<LockedPackage> packages,
            List<LockedModel> models,
            List<LockedFile> files) {
        this(inputs, targets, packages, models, files, new TreeMap<>(), new TreeMap<>());
    }

    public Lock {
        periods = Collections.unmodifiableSortedMap(new TreeMap<>(periods));
        for (String instant : periods.values()) {
            Rules.instant(instant);
        }
        parted = Collections.unmodifiableSortedMap(new TreeMap<>(parted));
        for (String name : parted.keySet()) {
            Rules.name("a package", name);
        }
        targets = sorted(targets, Comparator.comparing(LockedTarget::id));
        packages = sorted(packages, Comparator.comparing(LockedPackage::name).thenComparing(LockedPackage::version));
        models = sorted(
                models,
                Comparator.comparing(LockedModel::type)
                        .thenComparing(LockedModel::repo)
                        .thenComparing(LockedModel::revision));
        files = sorted(files, Comparator.comparing(LockedFile::path));

        Set<String> ids = new HashSet<>();
        for (LockedTarget target : targets) {
            once(ids.add(target.id()), "the target " + target.id());
        }
        check(packages, ids);
        Set<String> snapshots = new HashSet<>();
        for (LockedModel model : models) {
            once(
                    snapshots.add(model.type() + ' ' + model.repo() + '@' + model.revision()),
                    "the " + model.type() + ' ' + model.repo() + '@' + model.revision());
        }
        Set<String> paths = new HashSet<>();
        for (LockedFile file : files) {
            once(paths.add(file.path()), "the file " + file.path());
        }
    }

    /** Lists the packages a target has, by name. */
    public List<LockedPackage> packages(String target) {
        List<LockedPackage> some = new ArrayList<>();
        for (LockedPackage candidate : packages) {
            if (candidate.dependencies().containsKey(target)) {
                some.add(candidate);
            }
        }
        return some;
    }

    /**
     * Tells whether pip has to be told to leave dependencies alone ({@code --no-deps}): overrides and exclusions
     * contradict what packages declare, and another tool's lock, taken over as it is, may have its own.
     */
    public boolean isWithoutDependencies() {
        return inputs.entries().entrySet().stream()
                .anyMatch(entry -> entry.getKey().matches("(?s)(overrides|exclusions)( .*)?")
                        || (entry.getKey().startsWith("requirements ")
                                && entry.getValue().stream().anyMatch(Lock::isLock)));
    }

    /** Of another tool's lock the inputs hold the digest, and nothing else is a digest alone. */
    private static boolean isLock(String input) {
        return input.startsWith("sha256:");
    }

    private static void check(List<LockedPackage> packages, Set<String> ids) {
        Set<String> taken = new HashSet<>();
        Map<String, String> sums = new HashMap<>();
        for (LockedPackage locked : packages) {
            for (String target : locked.dependencies().keySet()) {
                if (!ids.contains(target)) {
                    throw new IllegalArgumentException(locked.name() + " is locked for the target "
                            + Rules.quoted(target) + ", which isn't there");
                }
                once(taken.add(locked.name() + ' ' + target), locked.name() + " for the target " + target);
            }
            for (LockedWheel wheel : locked.wheels()) {
                String other = sums.putIfAbsent(wheel.file(), wheel.sha256());
                if (other != null && !other.equals(wheel.sha256())) {
                    throw new IllegalArgumentException("the wheel " + wheel.file() + " has two checksums");
                }
            }
        }
    }

    private static void once(boolean first, String what) {
        if (!first) {
            throw new IllegalArgumentException(what + " is locked twice");
        }
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        List<T> copy = new ArrayList<>(list);
        copy.sort(order);
        return List.copyOf(copy);
    }
}
