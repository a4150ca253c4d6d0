package dev.airgap.hub;

import java.util.ArrayList;
import java.util.List;

/** Holds includes and excludes and applies them by the Hub's own rules: allow first, then ignore. */
final class Patterns {

    private final List<Glob> allow;
    private final List<Glob> ignore;

    /** Takes the patterns as users write them; no includes allow everything. */
    Patterns(List<String> includes, List<String> excludes) {
        allow = globs(includes);
        ignore = globs(excludes);
    }

    private static List<Glob> globs(List<String> patterns) {
        List<Glob> globs = new ArrayList<>(patterns.size());
        for (String pattern : patterns) {
            String slashed = pattern.replace('\\', '/');
            globs.add(new Glob(slashed.endsWith("/") ? slashed + "*" : slashed));
        }
        return globs;
    }

    boolean takes(String path) {
        int[] text = path.replace('\\', '/').codePoints().toArray();
        return (allow.isEmpty() || any(allow, text)) && !any(ignore, text);
    }

    private static boolean any(List<Glob> globs, int[] text) {
        for (Glob glob : globs) {
            if (glob.matches(text)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether an include means this very kind of file: one that matches and spells the path's ending out.
     * {@code *.bin} and {@code 2_Dense/pytorch_model.bin} name {@code 2_Dense/pytorch_model.bin}; {@code 2_Dense/*} does not.
     *
     * @param ending the extension with its dot
     */
    boolean names(String path, String ending) {
        int[] text = path.codePoints().toArray();
        for (Glob glob : allow) {
            if (glob.pattern().endsWith(ending) && glob.matches(text)) {
                return true;
            }
        }
        return false;
    }
}
