package dev.airgap.python;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a dependency (PEP 508, grammar), with the older parentheses around specifiers. */
final class RequirementParser {

    private final String source;
    private int at;

    RequirementParser(String source) {
        this.source = source;
    }

    Requirement parse() {
        skipSpace();
        String raw = identifier("a package name");
        if (!PackageName.isValid(raw)) {
            throw fault("'" + Words.shown(raw) + "' is no package name");
        }
        PackageName name = PackageName.of(raw);
        skipSpace();
        SortedSet<String> extras = extras();
        skipSpace();
        Specifiers specifiers = Specifiers.ANY;
        String url = "";
        if (is('@')) {
            at++;
            skipSpace();
            url = url();
            int from = at;
            skipSpace();
            if (at < source.length() && from == at) {
                throw fault("expected a space after the URL");
            }
        } else {
            specifiers = specifiers();
            skipSpace();
        }
        Marker marker = Marker.ALWAYS;
        if (is(';')) {
            marker = marker();
        } else if (at < source.length()) {
            throw fault(url.isEmpty() ? "expected a version specifier, ';' or the end" : "expected ' ;' or the end");
        }
        return new Requirement(name, extras, specifiers, url, marker);
    }

    /** Reads the marker; one that can be judged nowhere is refused where it stands, not when it is met. */
    private Marker marker() {
        MarkerExpression marker = new MarkerParser(source, at + 1).parse();
        if (marker.fault() != null) {
            throw fault("its marker cannot be judged: " + Words.shown(marker.fault()));
        }
        return marker;
    }

    private String identifier(String what) {
        int to = at;
        while (to < source.length() && isIdentifier(source.charAt(to))) {
            to++;
        }
        while (to > at && (source.charAt(to - 1) == '.' || source.charAt(to - 1) == '-')) {
            to--;
        }
        if (to == at || !PackageName.isAlphanumeric(source.charAt(at))) {
            throw fault("expected " + what);
        }
        String found = source.substring(at, to);
        at = to;
        return found;
    }

    private static boolean isIdentifier(char c) {
        return PackageName.isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
    }

    private SortedSet<String> extras() {
        if (!is('[')) {
            return Collections.emptySortedSet();
        }
        at++;
        SortedSet<String> extras = new TreeSet<>();
        skipSpace();
        while (!is(']')) {
            extras.add(PackageName.normalise(identifier(extras.isEmpty() ? "an extra or ']'" : "an extra")));
            skipSpace();
            if (is(',')) {
                at++;
                skipSpace();
                if (is(']')) {
                    throw fault("expected an extra after the comma");
                }
            } else if (!is(']')) {
                throw fault("expected ',' or ']'");
            }
        }
        at++;
        return Collections.unmodifiableSortedSet(extras);
    }

    private String url() {
        int from = at;
        while (at < source.length() && source.charAt(at) != ' ' && source.charAt(at) != '\t') {
            at++;
        }
        if (from == at) {
            throw fault("expected a URL after '@'");
        }
        return source.substring(from, at);
    }

    private Specifiers specifiers() {
        boolean enclosed = is('(');
        if (enclosed) {
            at++;
            skipSpace();
        }
        int from = at;
        int to = at;
        while (at < source.length() && "=<>!~".indexOf(source.charAt(at)) >= 0) {
            specifier();
            to = at;
            skipSpace();
            if (!is(',')) {
                break;
            }
            at++;
            skipSpace();
        }
        skipSpace();
        if (enclosed) {
            if (!is(')')) {
                throw fault("expected ')' after the version specifiers");
            }
            at++;
        }
        return from == to ? Specifiers.ANY : Specifiers.parse(source.substring(from, to));
    }

    /** Passes one specifier; what is in it is judged later, for nothing that it cannot hold may follow it anyway. */
    private void specifier() {
        boolean identity = source.startsWith("===", at);
        while (at < source.length() && "=<>!~".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        while (at < source.length() && Words.isSpace(source.charAt(at))) {
            at++;
        }
        while (at < source.length()) {
            char c = source.charAt(at);
            // PEP 440, arbitrary equality: its text runs to white space, and a comma is a part of it.
            if (Words.isSpace(c) || c == ';' || c == ')' || c == ',' && !identity) {
                break;
            }
            at++;
        }
    }

    private boolean is(char c) {
        return at < source.length() && source.charAt(at) == c;
    }

    private void skipSpace() {
        while (at < source.length() && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
            at++;
        }
    }

    private IllegalArgumentException fault(String expected) {
        return new IllegalArgumentException(
                "'" + Words.shown(source) + "' is no requirement: at column " + (at + 1) + ": " + expected);
    }
}
