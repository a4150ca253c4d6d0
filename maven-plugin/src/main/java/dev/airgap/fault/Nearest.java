package dev.airgap.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known name that a mistyped one was meant to be. */
public final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** Lists the known names a few edits away, nearest first; at most three, none where none is near. */
    public static List<String> of(String word, Collection<String> known) {
        int limit = Math.max(1, word.length() / 3);
        return known.stream()
                .distinct()
                .filter(name -> distance(word, name) <= limit)
                .sorted(Comparator.<String>comparingInt(name -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Asks {@code Did you mean a or b?}; empty where no known name is near. */
    public static String question(String word, Collection<String> known) {
        List<String> near = of(word, known);
        return near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "?";
    }

    /** Counts edits: letters added, dropped, changed, and neighbours swapped (optimal string alignment). */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
