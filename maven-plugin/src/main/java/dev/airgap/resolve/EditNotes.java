package dev.airgap.resolve;

import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which overrides and exclusions changed nothing, and which went against what a user asks for. */
final class EditNotes {

    private EditNotes() {}

    /**
     * Lists the sentences.
     *
     * @param catalog as it is without edits
     */
    static List<String> of(Problem asked, Catalog catalog, List<Pin> pins) {
        Edits edits = asked.edits();
        Set<PackageName> needed = new HashSet<>();
        List<String> notes = new ArrayList<>();
        for (Root root : asked.roots()) {
            PackageName name = root.requirement().name();
            needed.add(name);
            if (edits.exclusions().containsKey(name)) {
                notes.add(root.where() + " asks for " + name + ", and "
                        + edits.exclusions().get(name) + " excludes it: the lock is without it");
            }
        }
        for (Pin pin : pins) {
            for (WheelFile wheel : Set.copyOf(pin.wheels().values())) {
                for (Requirement requirement : catalog.metadata(wheel).requires()) {
                    needed.add(requirement.name());
                }
            }
        }
        for (Map.Entry<PackageName, List<Root>> entry : edits.overrides().entrySet()) {
            if (!needed.contains(entry.getKey())) {
                notes.add(
                        idle("override", entry.getKey(), entry.getValue().get(0).where()));
            }
        }
        edits.exclusions().forEach((name, where) -> {
            if (!needed.contains(name)) {
                notes.add(idle("exclusion", name, where));
            }
        });
        return notes;
    }

    private static String idle(String what, PackageName name, String where) {
        return "The " + what + " of " + name + " (" + where + ") changes nothing: no package that is locked needs it";
    }
}
