package dev.airgap.python;

import java.util.Locale;

/**
 * Names a package in normalised form (PEP 503, normalized names).
 *
 * @param value lower case, runs of {@code -_.} folded to one {@code -}; never null
 */
public record PackageName(String value) implements Comparable<PackageName> {

    /** Parses and normalises a name as a user or an index wrote it; throws IllegalArgumentException where it is none. */
    public static PackageName of(String raw) {
        if (!isValid(raw)) {
            throw new IllegalArgumentException("'" + Words.shown(raw)
                    + "' is no package name: letters, digits, '.', '-' and '_' only, a letter or digit at both ends");
        }
        return new PackageName(normalise(raw));
    }

    /** Tells whether this is a name at all (core metadata, Name). */
    static boolean isValid(String raw) {
        int length = raw.length();
        if (length == 0 || !isAlphanumeric(raw.charAt(0)) || !isAlphanumeric(raw.charAt(length - 1))) {
            return false;
        }
        for (int i = 1; i < length - 1; i++) {
            char c = raw.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** Folds case and separators of a package's or an extra's name (PEP 503, PEP 685), valid or not. */
    static String normalise(String raw) {
        int length = raw.length();
        int i = 0;
        while (i < length && isNormal(raw, i)) {
            i++;
        }
        if (i == length) {
            return raw;
        }
        // An extra may hold any letter, and some fold to two: the text is folded as a whole.
        String lower = raw.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c != '-' && c != '_' && c != '.') {
                folded.append(c);
            } else if (folded.length() == 0 || folded.charAt(folded.length() - 1) != '-') {
                folded.append('-');
            }
        }
        return folded.toString();
    }

    private static boolean isNormal(String raw, int i) {
        char c = raw.charAt(i);
        if (c == '-') {
            return i == 0 || raw.charAt(i - 1) != '-';
        }
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    // Names are the keys of hot maps: a record's own methods are linked at run time, which costs a cold JVM dearly.
    @Override
    public boolean equals(Object other) {
        return other instanceof PackageName name && value.equals(name.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(PackageName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
