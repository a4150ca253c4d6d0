package dev.airgap.python;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Describes where wheels will be installed. */
public final class Target {

    /** A file's name takes 255 bytes on most systems, and an id is a part of one. */
    private static final int LONGEST = 100;

    /** No interpreter has as many patch releases. */
    private static final int PATCHES = 100;

    /** Windows keeps these, whatever stands behind a dot. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

    private final String id;
    private final TagLadder tags;
    private final MarkerEnvironment environment;
    private final Version python;

    /**
     * Makes a target.
     *
     * @param id matches {@code [a-z0-9_-]+}, fit for a file name on every system
     * @param tags what it accepts, best first
     * @param environment its marker values
     */
    public Target(String id, TagLadder tags, MarkerEnvironment environment) {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "'" + Words.shown(id) + "' is no target id: lower-case letters, digits, '_' and '-' only, at most "
                            + LONGEST + ", and no name that Windows keeps for a device (con, nul, com1)");
        }
        this.id = id;
        this.tags = tags;
        this.environment = environment;
        this.python = Version.parse(environment.pythonFullVersion());
    }

    /** Tells whether the text is fit for a target's id, which becomes a part of file names. */
    public static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' && c != '-') {
                return false;
            }
        }
        return !text.isEmpty()
                && text.length() <= LONGEST
                && !DEVICE.matcher(text).matches();
    }

    public String id() {
        return id;
    }

    public TagLadder tags() {
        return tags;
    }

    public MarkerEnvironment environment() {
        return environment;
    }

    /** Gives the same platform under another id. */
    public Target named(String other) {
        return new Target(other, tags, environment);
    }

    /** Gives X.Y, or X.Y.Z where the patch release is known. */
    public String python() {
        return environment.patchKnown() ? environment.pythonFullVersion() : environment.pythonVersion();
    }

    /** Gives the platform tag that says most: {@code manylinux_2_36_x86_64}; {@code any} where it has none. */
    public String platform() {
        String plain = "any";
        for (Tag tag : tags.tags()) {
            String platform = tag.platform();
            if (!platform.startsWith("linux_") && !platform.equals("any")) {
                return platform;
            }
            if (plain.equals("any")) {
                plain = platform;
            }
        }
        return plain;
    }

    /** Tells whether a Requires-Python holds: for X.Y.0 where the patch release is unknown. */
    public boolean accepts(Specifiers requiresPython) {
        return requiresPython.isAny() || requiresPython.contains(python);
    }

    /**
     * Tells whether some patch release of the interpreter is among those that a project or a lock says it is for: an
     * image's floats, and whoever writes {@code >=3.11.4} means those that have it.
     */
    public boolean mayRun(Specifiers pythons) {
        return accepts(pythons)
                || (!environment.patchKnown()
                        && !pythons.matching(PATCHES, patch -> Version.parse(environment.pythonVersion() + "." + patch))
                                .isEmpty());
    }

    /** Gives the SHA-256 over tags and marker values, 64 hex digits: equal where two targets are the same but for the id. */
    public String digest() {
        StringBuilder text = new StringBuilder(40 * tags.tags().size());
        for (Tag tag : tags.tags()) {
            text.append(tag.interpreter())
                    .append('-')
                    .append(tag.abi())
                    .append('-')
                    .append(tag.platform())
                    .append('\n');
        }
        MarkerEnvironment e = environment;
        String[] values = {
            e.osName(),
            e.sysPlatform(),
            e.platformMachine(),
            e.platformPythonImplementation(),
            e.platformRelease(),
            e.platformSystem(),
            e.platformVersion(),
            e.pythonVersion(),
            e.pythonFullVersion(),
            e.implementationName(),
            e.implementationVersion(),
            Boolean.toString(e.patchKnown())
        };
        for (String value : values) {
            text.append('\n').append(value.length()).append(' ').append(value);
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e2) {
            throw new IllegalStateException("every Java has SHA-256", e2);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target target
                && id.equals(target.id)
                && environment.equals(target.environment)
                && tags.equals(target.tags);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
