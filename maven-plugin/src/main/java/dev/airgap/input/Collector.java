package dev.airgap.input;

import dev.airgap.fault.Fault;
import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what the readers of single files find, faults among it, so that all faults can be told at once. */
final class Collector implements Findings {

    private final Path base;
    private final Map<String, String> environment;
    private final List<WrittenRequirement> requirements = new ArrayList<>();
    private final List<WrittenRequirement> constraints = new ArrayList<>();
    private final List<WrittenRequirement> overrides = new ArrayList<>();
    private final Map<PackageName, String> exclusions = new LinkedHashMap<>();
    private final Map<Path, NamedLock> locks = new LinkedHashMap<>();
    private final Map<String, String> addresses = new TreeMap<>();
    private final List<Option> options = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Asked.Python> pythons = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final SortedMap<String, List<String>> inputs = new TreeMap<>();
    private List<String> lines = new ArrayList<>();

    Collector(Path base, Map<String, String> environment) {
        this.base = base;
        this.environment = environment;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    /** Names what the lines that follow belong to. */
    void open(String name) {
        lines = inputs.computeIfAbsent(name, any -> new ArrayList<>());
    }

    /** Shows a path relative to the base where it lies below. */
    @Override
    public String show(Path path) {
        return path.startsWith(base) ? base.relativize(path).toString() : path.toString();
    }

    @Override
    public void requirement(String text, String written, List<String> hashes, Path folder, Role role, String where) {
        try {
            DirectReference read = RequirementText.parse(text, List.of(folder, base));
            // A name and its versions decide the lock; an address may hold a token, and a path is this machine's.
            String shown = read.requirement().url().isEmpty() ? text : written;
            lines.add(role.mark + RequirementText.line(shown, hashes, read));
            if (!read.secret().isEmpty()) {
                addresses.put(read.requirement().url().replaceFirst("#.*", ""), read.secret());
            }
            WrittenRequirement line = new WrittenRequirement(read.requirement(), hashes, where);
            boolean constraint = role == Role.CONSTRAINT;
            if (constraint && !line.requirement().extras().isEmpty()) {
                fault(unfit("extras", written, where));
            } else if (constraint && !line.requirement().url().isEmpty()) {
                fault(unfit("an address", written, where));
            } else {
                switch (role) {
                    case REQUIREMENT -> requirements.add(line);
                    case CONSTRAINT -> constraints.add(line);
                    case OVERRIDE -> overrides.add(line);
                }
            }
        } catch (UnsupportedRequirement e) {
            fault(new Fault(e.getMessage(), where, SafeText.of(written), e.next()));
        } catch (IllegalArgumentException e) {
            List<String> unset = LogicalLine.variables(text);
            if (!unset.isEmpty()) {
                fault(RequirementsFile.unset(unset.get(0), "the requirement", where));
                return;
            }
            fault(new Fault(
                    "This is no requirement: " + SafeText.of(written),
                    where,
                    SafeText.of(e.getMessage()),
                    "Write it as in name>=1.2 or name[extra]==1.2; python_version < '3.12'."));
        }
    }

    /** Takes the name of a package that is to be no part of any answer; an exclusion has no versions (as uv has it). */
    void exclusion(Word word) {
        try {
            PackageName name = PackageName.of(word.text().strip());
            if (exclusions.putIfAbsent(name, word.where()) == null) {
                lines.add(name.value());
            }
        } catch (IllegalArgumentException e) {
            fault(new Fault(
                    "An exclusion is the name of a package alone",
                    word.where(),
                    SafeText.of(word.text()),
                    "Write the name as in opencv-python; an override can say where a package is wanted:"
                            + " name; sys_platform == 'win32'."));
        }
    }

    /** A constraint narrows versions and asks for nothing: pip refuses these too. */
    private static Fault unfit(String what, String text, String where) {
        return new Fault(
                "A constraint can't have " + what,
                where,
                SafeText.of(text),
                "Write the name and its versions alone, as in name<2, and the rest among the requirements.");
    }

    @Override
    public void lock(NamedLock lock, String digest) {
        lines.add(digest);
        locks.merge(
                lock.file(),
                lock,
                (one, other) -> new NamedLock(
                        one.file(), one.shown(), one.text(), one.selection().and(other.selection())));
    }

    @Override
    public void option(String name, String value, String written, String where) {
        lines.add(written.isEmpty() ? name : name + ' ' + SafeText.withoutSecrets(written));
        options.add(new Option(name, value, where));
    }

    @Override
    public void note(String sentence, String where) {
        notes.add(where + ": " + sentence);
    }

    @Override
    public void fault(Fault fault) {
        faults.add(fault);
    }

    /** A lock is taken over as it is: a requirement beside it would have to be solved together with it. */
    void requireOneKind() {
        List<WrittenRequirement> others = new ArrayList<>(requirements);
        others.addAll(constraints);
        others.addAll(overrides);
        if (!locks.isEmpty() && !others.isEmpty()) {
            fault(new Fault(
                    "A lock of another tool stands alone",
                    others.get(0).where(),
                    SafeText.of(others.get(0).requirement().toString()) + " stands beside "
                            + locks.values().iterator().next().shown(),
                    "Add it with the tool that wrote the lock, or name the requirements and no lock."));
        }
    }

    /** What is both would be neither. */
    void requireExclusionsApart() {
        for (WrittenRequirement override : overrides) {
            PackageName name = override.requirement().name();
            if (exclusions.containsKey(name)) {
                fault(new Fault(
                        name + " is overridden and excluded",
                        override.where() + " and " + exclusions.get(name),
                        SafeText.of(override.requirement().toString()),
                        "Take one of them out: what is excluded has no version."));
            }
        }
        if (!locks.isEmpty() && !exclusions.isEmpty()) {
            fault(new Fault(
                    "A lock of another tool is taken over as it is, and nothing can be excluded from it",
                    exclusions.values().iterator().next(),
                    locks.values().iterator().next().shown() + " is asked for",
                    "Exclude it with the tool that wrote the lock, or name the requirements and no lock."));
        }
    }

    @Override
    public void requiresPython(Specifiers python, String where) {
        pythons.add(new Asked.Python(python, where));
    }

    @Override
    public List<Fault> faults() {
        return faults;
    }

    Asked asked() {
        return new Asked(
                List.copyOf(requirements),
                List.copyOf(constraints),
                List.copyOf(overrides),
                Collections.unmodifiableMap(exclusions),
                List.copyOf(locks.values()),
                List.copyOf(options),
                List.copyOf(notes),
                inputs,
                addresses,
                List.copyOf(pythons));
    }
}
