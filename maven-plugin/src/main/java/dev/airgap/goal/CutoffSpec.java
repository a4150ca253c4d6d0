package dev.airgap.goal;

/**
 * Holds a word of {@code airgap.excludeNewer} as written.
 *
 * @param scope what it is for
 * @param name the package or the index; empty where it is for all
 * @param text a day, an instant, a period or {@code none}
 * @param where the place, for people
 */
public record CutoffSpec(Scope scope, String name, String text, String where) {

    /** Says what a cutoff is for. */
    public enum Scope {
        ALL,
        PACKAGE,
        INDEX
    }

    /** Reads a word for all packages, or for one: {@code P7D}, {@code torch=2026-10-31}. */
    public static CutoffSpec of(String word, String where) {
        int equals = word.indexOf('=');
        return equals < 0
                ? new CutoffSpec(Scope.ALL, "", word.strip(), where)
                : new CutoffSpec(
                        Scope.PACKAGE,
                        word.substring(0, equals).strip(),
                        word.substring(equals + 1).strip(),
                        where);
    }

    /** Gives the line that stands for it among the lock's inputs. */
    String input() {
        return switch (scope) {
            case ALL -> text;
            case PACKAGE -> name + " " + text;
            case INDEX -> "index " + name + " " + text;
        };
    }
}
