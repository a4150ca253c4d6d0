package dev.airgap.goal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a Maven artifact.
 *
 * @param classifier may be empty
 */
public record Coordinates(String group, String artifact, String version, String type, String classifier) {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.+-]+");
    private static final String ARCHIVE = "zip";

    /** Reads {@code g:a:v[:type[:classifier]]}, of type zip where none is given; empty where it is none. */
    static Optional<Coordinates> parse(String text) {
        List<String> parts = List.of(text.trim().split(":", -1));
        if (parts.size() < 3
                || parts.size() > 5
                || !parts.stream().allMatch(part -> PART.matcher(part).matches())) {
            return Optional.empty();
        }
        return Optional.of(new Coordinates(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.size() > 3 ? parts.get(3) : ARCHIVE,
                parts.size() > 4 ? parts.get(4) : ""));
    }

    @Override
    public String toString() {
        String text = group + ":" + artifact + ":" + version + ":" + type;
        return classifier.isEmpty() ? text : text + ":" + classifier;
    }
}
