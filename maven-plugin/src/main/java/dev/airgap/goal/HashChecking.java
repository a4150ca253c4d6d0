package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.input.Asked;
import dev.airgap.input.Option;
import dev.airgap.input.WrittenRequirement;
import dev.airgap.python.PackageName;
import dev.airgap.resolve.Pin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds pip's hash-checking mode: one {@code --hash}, or {@code --require-hashes}, and each package has to have one; what
 * comes in as a dependency too. {@code --no-require-hashes} ends it. A wheel of the user's own folder needs none: its
 * content is an input of the lock as it is.
 *
 * @param asked what users wrote
 * @param hashes the hashes that stand there
 */
record HashChecking(Asked asked, AskedHashes hashes) {

    private static final int SHOWN = 10;

    /** Tells where the mode is switched on; empty where it is off. */
    private String switchedOn() {
        List<Option> required = asked.options("--require-hashes");
        List<Option> released = asked.options("--no-require-hashes");
        if (!released.isEmpty()) {
            if (!required.isEmpty()) {
                throw new FaultException(Fault.of("--require-hashes and --no-require-hashes contradict each other")
                        .at(required.get(0).where() + " and " + released.get(0).where())
                        .advise("Take one of them out."));
            }
            return "";
        }
        return required.isEmpty() ? hashes.first() : required.get(0).where();
    }

    /**
     * Refuses an answer that holds packages without hashes.
     *
     * @throws FaultException naming them, and who needs them
     */
    void check(List<Pin> pins) {
        String on = switchedOn();
        if (on.isEmpty()) {
            return;
        }
        Set<PackageName> own = own();
        Map<PackageName, Set<String>> dependents = new LinkedHashMap<>();
        for (Pin pin : pins) {
            pin.dependencies()
                    .values()
                    .forEach(names -> names.forEach(name -> dependents
                            .computeIfAbsent(name, any -> new TreeSet<>())
                            .add(pin.name() + " " + pin.version())));
        }
        List<String> bare = new ArrayList<>();
        for (Pin pin : pins) {
            List<String> where = pin.wheels().keySet().stream()
                    .filter(target -> !hashes.knows(pin.name(), target))
                    .toList();
            if (!where.isEmpty() && !own.contains(pin.name())) {
                Set<String> by = dependents.getOrDefault(pin.name(), Set.of());
                bare.add(pin.name() + "==" + pin.version()
                        + (by.isEmpty()
                                ? ""
                                : ", which " + String.join(", ", by) + (by.size() > 1 ? " need" : " needs"))
                        + (where.size() == pin.wheels().size() ? "" : ", on " + String.join(", ", where)));
            }
        }
        if (!bare.isEmpty()) {
            String more = bare.size() > SHOWN ? "\nand " + (bare.size() - SHOWN) + " more" : "";
            throw new FaultException(
                    Fault.of("Hashes are asked for, and packages have none")
                            .at(on)
                            .because(String.join("\n", bare.subList(0, Math.min(SHOWN, bare.size()))) + more)
                            .advise(
                                    "Add them with their --hash, as pip-compile --generate-hashes does; as in pip, one hash asks for"
                                            + " all of them, and a line --no-require-hashes asks for those alone that stand there."));
        }
    }

    /** Lists what is asked for by a wheel of this machine, or by an address with its hash. */
    private Set<PackageName> own() {
        Set<PackageName> own = new HashSet<>();
        List<WrittenRequirement> lines = new ArrayList<>(asked.requirements());
        lines.addAll(asked.overrides());
        for (WrittenRequirement line : lines) {
            String url = line.requirement().url();
            if (url.startsWith("file:") || url.contains("#sha256=") || url.contains("&sha256=")) {
                own.add(line.requirement().name());
            }
        }
        return own;
    }
}
