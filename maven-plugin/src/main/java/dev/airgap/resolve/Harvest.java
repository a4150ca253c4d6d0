package dev.airgap.resolve;

import dev.airgap.fault.Nearest;
import dev.airgap.python.PackageName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns what was chosen into pins. */
final class Harvest {

    private record Key(Candidates subject, int position) {}

    private static final int EXTRAS = 10;

    private final Universe universe;
    private final Outcome outcome;
    private final Set<String> notes = new LinkedHashSet<>();

    Harvest(Universe universe, Outcome outcome) {
        this.universe = universe;
        this.outcome = outcome;
    }

    Resolution resolution(Map<PackageName, String> reasons, Map<PackageName, String> causes) {
        Map<Key, Pin> pins = new LinkedHashMap<>();
        for (int target = 0; target < outcome.closures().size(); target++) {
            for (Closure.Entry entry : outcome.closures().get(target).entries().values()) {
                add(pins, target, entry);
            }
        }
        List<Pin> sorted = new ArrayList<>(pins.values());
        sorted.sort((one, other) -> {
            int order = one.name().compareTo(other.name());
            return order != 0 ? order : one.version().compareTo(other.version());
        });
        List<String> all = new ArrayList<>();
        SortedMap<PackageName, String> parted = new TreeMap<>();
        for (int i = 0; i < sorted.size(); ) {
            int same = i;
            while (same < sorted.size()
                    && sorted.get(same).name().equals(sorted.get(i).name())) {
                same++;
            }
            if (same - i > 1) {
                PackageName name = sorted.get(i).name();
                all.add(parted(sorted.subList(i, same), reasons));
                parted.put(name, causes.getOrDefault(name, "follows from the others"));
            }
            i = same;
        }
        all.addAll(notes);
        return new Resolution(List.copyOf(sorted), List.copyOf(all), parted);
    }

    private static String parted(List<Pin> pins, Map<PackageName, String> reasons) {
        List<String> parts = new ArrayList<>();
        for (Pin pin : pins) {
            parts.add(pin.version() + " on "
                    + Sentence.list(List.copyOf(pin.wheels().keySet())));
        }
        PackageName name = pins.get(0).name();
        String reason = reasons.getOrDefault(name, "");
        return name + " parts over the targets, for no version of it serves all of them: " + Sentence.list(parts)
                + (reason.isEmpty() ? "" : ". " + reason);
    }

    private static String known(String extra, SortedSet<String> extras) {
        String near = Nearest.question(extra, extras);
        if (!near.isEmpty()) {
            return Character.toLowerCase(near.charAt(0)) + near.substring(1);
        }
        return extras.isEmpty() ? "it has none" : "it has " + Sentence.list(List.copyOf(extras), EXTRAS);
    }

    private void add(Map<Key, Pin> pins, int target, Closure.Entry entry) {
        WheelFile wheel = entry.wheel;
        Pin pin = pins.computeIfAbsent(
                new Key(entry.subject, entry.position),
                key -> new Pin(
                        entry.subject.name,
                        wheel.name().version(),
                        wheel.index(),
                        new TreeSet<>(),
                        new TreeMap<>(),
                        new TreeMap<>()));
        String id = universe.targets[target].id();
        pin.extras().addAll(entry.extras);
        SortedMap<String, WheelFile> wheels = pin.wheels();
        wheels.put(id, wheel);
        SortedMap<String, SortedSet<PackageName>> dependencies = pin.dependencies();
        dependencies.put(id, entry.dependencies);
        String release = entry.subject.name + " " + wheel.name().version();
        if (wheel.isYanked()) {
            notes.add(release + " is taken as pinned though it is yanked"
                    + (wheel.yanked().isEmpty() ? "" : ": " + Sentence.plain(wheel.yanked())));
        }
        for (String extra : entry.missingExtras) {
            notes.add(release + " has no extra " + extra + "; "
                    + known(extra, universe.metadata(wheel).extras()));
        }
    }
}
