package dev.airgap.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes a Python interpreter as far as wheels care.
 *
 * @param pypy PyPy, else CPython
 * @param minor the Y of 3.Y
 * @param threaded whether it is CPython built without the global lock (PEP 703)
 */
record Interpreter(boolean pypy, int minor, boolean threaded) {

    /** The series of PyPy for all its 3.6 and newer, by which it names its ABI. */
    static final String PYPY = "7.3";

    private static final Pattern VERSION = Pattern.compile("(?:py|python)?-?3\\.?([0-9]{1,2})");
    private static final int OLDEST = 6;
    private static final int NEWEST = 99;

    /** Parses {@code cp311}, {@code cp313t} or {@code pp310}. */
    static Interpreter parse(String raw) {
        boolean pypy = raw.startsWith("pp");
        boolean threaded = raw.endsWith("t");
        int end = threaded ? raw.length() - 1 : raw.length();
        if (!pypy && !raw.startsWith("cp") || end < 4 || raw.charAt(2) != '3' || end > 5) {
            throw fault(raw);
        }
        int minor = 0;
        for (int i = 3; i < end; i++) {
            char c = raw.charAt(i);
            if (c < '0' || c > '9' || c == '0' && i == 3) {
                throw fault(raw);
            }
            minor = minor * 10 + c - '0';
        }
        if (minor < OLDEST || minor > NEWEST || threaded && (pypy || minor < 13)) {
            throw fault(raw);
        }
        return new Interpreter(pypy, minor, threaded);
    }

    private static IllegalArgumentException fault(String raw) {
        return new IllegalArgumentException("'" + Words.shown(raw)
                + "' is no interpreter that is known here: cp36 and newer, cp313t and newer, pp36 and newer"
                + meant(raw));
    }

    /** People write the version, or the tag of wheels that any Python takes. */
    private static String meant(String raw) {
        Matcher version = VERSION.matcher(raw);
        return version.matches() ? "; did you mean cp3" + version.group(1) + "?" : "";
    }

    /** Gives X.Y. */
    String version() {
        return "3." + minor;
    }

    String implementation() {
        return pypy ? "PyPy" : "CPython";
    }

    /** Lists the tags that it accepts on the platforms, best first: packaging's {@code sys_tags} there. */
    List<Tag> tags(List<String> platforms) {
        List<Tag> tags = new ArrayList<>((3 * minor + 5) * platforms.size());
        if (pypy) {
            add(tags, "pp3" + minor, "pypy3" + minor + "_pp" + PYPY.replace(".", ""), platforms);
            add(tags, "pp3" + minor, "none", platforms);
        } else {
            addNative(tags, platforms);
        }
        String[] generic = new String[minor + 2];
        generic[0] = "py3" + minor;
        generic[1] = "py3";
        for (int i = 2; i < generic.length; i++) {
            generic[i] = "py3" + (minor - i + 1);
        }
        for (String interpreter : generic) {
            add(tags, interpreter, "none", platforms);
        }
        tags.add(new Tag(pypy ? "pp3" : "cp3" + minor, "none", "any"));
        for (String interpreter : generic) {
            tags.add(new Tag(interpreter, "none", "any"));
        }
        return tags;
    }

    /** Adds CPython's own tags: its ABI, the stable ABI back to 3.2 (PEP 384; PEP 803 without the lock), none. */
    private void addNative(List<Tag> tags, List<String> platforms) {
        String own = "cp3" + minor;
        String stable = threaded ? "abi3t" : "abi3";
        add(tags, own, own + (threaded ? "t" : minor < 8 ? "m" : ""), platforms);
        add(tags, own, stable, platforms);
        add(tags, own, "none", platforms);
        for (int older = minor - 1; older > 1; older--) {
            add(tags, "cp3" + older, stable, platforms);
        }
    }

    private static void add(List<Tag> tags, String interpreter, String abi, List<String> platforms) {
        for (int i = 0; i < platforms.size(); i++) {
            tags.add(new Tag(interpreter, abi, platforms.get(i)));
        }
    }

    /** Writes it as {@link #parse} reads it. */
    @Override
    public String toString() {
        return (pypy ? "pp3" : "cp3") + minor + (threaded ? "t" : "");
    }
}
