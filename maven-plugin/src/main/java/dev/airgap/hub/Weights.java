package dev.airgap.hub;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which weights of a model are taken.
 *
 * @param all every file, copies too
 * @param formats the formats asked for by name; empty leaves it to the choice, or to {@code all}
 */
public record Weights(boolean all, Set<WeightFormat> formats) {

    /** One format, safetensors before others; none that can run code. */
    public static final Weights AUTO = new Weights(false, Set.of());

    /** Everything. */
    public static final Weights ALL = new Weights(true, Set.of());

    public Weights {
        formats = Set.copyOf(formats);
    }

    /**
     * Reads {@code auto}, {@code all} or formats separated by commas.
     *
     * @throws IllegalArgumentException with a message that stands in a sentence
     */
    public static Weights parse(String text) {
        String asked = Names.lower(text.strip());
        if (asked.isEmpty() || asked.equals("auto")) {
            return AUTO;
        }
        if (asked.equals("all")) {
            return ALL;
        }
        Set<WeightFormat> formats = EnumSet.noneOf(WeightFormat.class);
        for (String name : asked.split(",", -1)) {
            formats.add(format(name.strip()));
        }
        return new Weights(false, formats);
    }

    private static WeightFormat format(String name) {
        if (name.equals("pytorch")) {
            return WeightFormat.PICKLE;
        }
        for (WeightFormat format : WeightFormat.values()) {
            if (format.id().equals(name)) {
                return format;
            }
        }
        StringBuilder known = new StringBuilder();
        for (WeightFormat format : WeightFormat.values()) {
            known.append(known.isEmpty() ? "" : ", ").append(format.id());
        }
        throw new IllegalArgumentException(
                "\"" + Names.shown(name) + "\" is no weight format; known are auto, all, " + known + " (or pytorch)");
    }

    boolean auto() {
        return !all && formats.isEmpty();
    }

    /** Gives the choice in the one form that a digest of inputs may hold. */
    @Override
    public String toString() {
        if (all) {
            return "all";
        }
        if (formats.isEmpty()) {
            return "auto";
        }
        Set<String> names = new TreeSet<>();
        formats.forEach(format -> names.add(format.id()));
        return String.join(",", List.copyOf(names));
    }
}
