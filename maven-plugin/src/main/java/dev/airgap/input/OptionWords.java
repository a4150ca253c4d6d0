package dev.airgap.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Knows the options that a line of a requirements file may have, and reads them off the line. */
final class OptionWords {

    private static final List<String> FLAGS =
            List.of("--no-index", "--pre", "--prefer-binary", "--require-hashes", "--no-require-hashes");

    /** Long and short names to the long name an option goes by. */
    private static final SortedMap<String, String> NAMES = names();

    /**
     * Holds an option with its value.
     *
     * @param name its long name
     * @param value empty where it takes none
     */
    record Given(String name, String value) {}

    private OptionWords() {}

    /** Gives the place where a line's options start: at the first word with a dash before it; its length for none. */
    static int start(String line) {
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == '-') {
                return at;
            }
            int blank = line.indexOf(' ', at);
            at = blank < 0 ? line.length() : blank + 1;
        }
        return line.length();
    }

    /** Reads options; throws IllegalArgumentException that names the faulty one. */
    static List<Given> read(String options) {
        List<Given> given = new ArrayList<>();
        List<String> words = ShellWords.split(options);
        int i = 0;
        while (i < words.size()) {
            String word = words.get(i++);
            int equals = word.indexOf('=');
            boolean isLong = word.startsWith("--") && word.length() > 2;
            if (!isLong && (word.length() < 2 || word.charAt(0) != '-' || word.equals("--"))) {
                throw new IllegalArgumentException(
                        "'" + SafeText.of(word) + "' follows an option that doesn't take it");
            }
            String name = isLong ? known(equals < 0 ? word : word.substring(0, equals)) : known(word.substring(0, 2));
            String value = isLong ? equals < 0 ? null : word.substring(equals + 1) : rest(word);
            if (FLAGS.contains(name)) {
                if (value != null) {
                    throw new IllegalArgumentException(name + " takes no value");
                }
                given.add(new Given(name, ""));
            } else {
                if (value == null && i == words.size()) {
                    throw new IllegalArgumentException(name + " lacks its value");
                }
                String said = value == null ? words.get(i++) : value;
                if (said.isBlank()) {
                    throw new IllegalArgumentException(name + " has an empty value");
                }
                given.add(new Given(name, said));
            }
        }
        return given;
    }

    private static String rest(String word) {
        return word.length() > 2 ? word.substring(2) : null;
    }

    /** Gives the long name; a long option may be shortened as far as it stays the only one. */
    private static String known(String name) {
        String exact = NAMES.get(name);
        if (exact != null) {
            return exact;
        }
        List<String> fitting = new ArrayList<>();
        if (name.startsWith("--")) {
            for (Map.Entry<String, String> entry : NAMES.tailMap(name).entrySet()) {
                if (entry.getKey().startsWith(name)) {
                    fitting.add(entry.getKey());
                }
            }
        }
        if (fitting.size() == 1) {
            return NAMES.get(fitting.get(0));
        }
        String shown = SafeText.of(name);
        throw new IllegalArgumentException(
                fitting.isEmpty()
                        ? "the option " + shown + " is unknown"
                        : "the option " + shown + " may be " + String.join(" or ", fitting));
    }

    private static SortedMap<String, String> names() {
        SortedMap<String, String> names = new TreeMap<>();
        FLAGS.forEach(flag -> names.put(flag, flag));
        for (String name : List.of(
                "--index-url",
                "--extra-index-url",
                "--find-links",
                "--requirement",
                "--constraint",
                "--editable",
                "--hash",
                "--no-binary",
                "--only-binary",
                "--all-releases",
                "--only-final",
                "--trusted-host",
                "--use-feature",
                "--config-settings")) {
            names.put(name, name);
        }
        names.put("--pypi-url", "--index-url");
        names.put("-i", "--index-url");
        names.put("-f", "--find-links");
        names.put("-r", "--requirement");
        names.put("-c", "--constraint");
        names.put("-e", "--editable");
        names.put("-C", "--config-settings");
        return names;
    }
}
