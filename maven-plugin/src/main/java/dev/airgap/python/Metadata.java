package dev.airgap.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds what the solver needs of core metadata (PEP 566, 643, 685). */
public final class Metadata {

    private final PackageName name;
    private final Version version;
    private final Specifiers requiresPython;
    private final List<String> lines;
    private final SortedSet<String> extras;
    private volatile List<Requirement> requires;

    /**
     * Makes metadata of its values.
     *
     * @param extras the extras provided, normalised
     */
    public Metadata(
            PackageName name,
            Version version,
            Specifiers requiresPython,
            List<Requirement> requires,
            SortedSet<String> extras) {
        this(name, version, requiresPython, extras, List.of());
        this.requires = List.copyOf(requires);
    }

    private Metadata(
            PackageName name,
            Version version,
            Specifiers requiresPython,
            SortedSet<String> extras,
            List<String> lines) {
        this.name = name;
        this.version = version;
        this.requiresPython = requiresPython;
        this.lines = lines;
        this.extras = extras;
    }

    /**
     * Parses a METADATA file, its description left aside; the dependencies are parsed when they are asked for.
     *
     * @throws IllegalArgumentException where it has no valid name and version
     */
    public static Metadata parse(byte[] content) {
        MetadataReader reader = new MetadataReader(content);
        SortedSet<String> extras = new TreeSet<>();
        for (String extra : reader.extras()) {
            extras.add(PackageName.normalise(extra));
        }
        return new Metadata(
                PackageName.of(reader.name()),
                Version.parse(reader.version()),
                requiresPython(reader.requiresPython()),
                Collections.unmodifiableSortedSet(extras),
                reader.requiresDist());
    }

    /** Takes a Requires-Python that cannot be read for none, as pip does. */
    private static Specifiers requiresPython(String raw) {
        try {
            return Specifiers.parse(raw);
        } catch (IllegalArgumentException e) {
            return Specifiers.ANY;
        }
    }

    public PackageName name() {
        return name;
    }

    public Version version() {
        return version;
    }

    /** Gives Requires-Python, {@link Specifiers#ANY} where there is none that can be read. */
    public Specifiers requiresPython() {
        return requiresPython;
    }

    /**
     * Lists the dependencies in the order written.
     *
     * @throws IllegalArgumentException where one cannot be read, with its line
     */
    public List<Requirement> requires() {
        List<Requirement> known = requires;
        if (known == null) {
            List<Requirement> parsed = new ArrayList<>(lines.size());
            for (String line : lines) {
                parsed.add(requirement(line));
            }
            known = Collections.unmodifiableList(parsed);
            requires = known;
        }
        return known;
    }

    private static Requirement requirement(String line) {
        try {
            return Requirement.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Requires-Dist: " + Words.shown(line) + ": " + e.getMessage(), e);
        }
    }

    /** Lists the extras provided, normalised. */
    public SortedSet<String> extras() {
        return extras;
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
