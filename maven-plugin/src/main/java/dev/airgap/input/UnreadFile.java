package dev.airgap.input;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows the files that Python people keep requirements in and that are not read here, by their names. */
final class UnreadFile {

    /** No project may have these names where a public index is careful; elsewhere a stranger's would be taken. */
    private static final Pattern MEANT =
            Pattern.compile("(?i)requirements?|(?:pyproject|requirements?|constraints)\\.\\S+");

    private UnreadFile() {}

    /** Gives what to do in place of naming that file; empty for all other names. */
    static Optional<String> advice(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "Pipfile", "Pipfile.lock" ->
                        "Write its packages as requirements (pipenv requirements > requirements.txt), and name that file.";
                    case "setup.py", "setup.cfg" ->
                        "Name what the project depends on in a pyproject.toml or requirements.txt, or build its wheel"
                                + " (pip wheel --no-deps .) and name that.";
                    case "environment.yml", "environment.yaml" ->
                        "Write its pip packages into a requirements.txt; what conda itself installs are no wheels.";
                    default -> null;
                });
    }

    /** Tells whether a bare word is a file that somebody meant, though it may end like none. */
    static boolean isMeant(String word) {
        return advice(word).isPresent()
                || MEANT.matcher(word.toLowerCase(Locale.ROOT)).matches();
    }
}
