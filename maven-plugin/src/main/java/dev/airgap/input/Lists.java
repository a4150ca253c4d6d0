package dev.airgap.input;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the lists of the command line. A comma parts two entries, but not inside brackets or quotes, and not before an
 * operator: {@code torch>=2,<3,uvicorn[a,b]} holds two.
 */
public final class Lists {

    private Lists() {}

    /** Splits a list; entries are trimmed, empty ones dropped. A bracket or quote that has no end is a plain letter. */
    public static List<String> split(String list) {
        List<String> entries = new ArrayList<>();
        int start = 0;
        int i = 0;
        while (i < list.length()) {
            char c = list.charAt(i);
            if (c == ',' && !operator(list, i + 1)) {
                add(entries, list.substring(start, i));
                start = i + 1;
            } else {
                i = Math.max(i, close(list, i));
            }
            i++;
        }
        add(entries, list.substring(start));
        return entries;
    }

    private static void add(List<String> entries, String entry) {
        String trimmed = entry.strip();
        if (!trimmed.isEmpty()) {
            entries.add(trimmed);
        }
    }

    /** Gives the place of what closes the bracket or quote at a place, -1 where there is none. */
    private static int close(String list, int open) {
        return switch (list.charAt(open)) {
            case '"', '\'' -> list.indexOf(list.charAt(open), open + 1);
            case '[' -> list.indexOf(']', open + 1);
            case '(' -> list.indexOf(')', open + 1);
            case '{' -> list.indexOf('}', open + 1);
            default -> -1;
        };
    }

    private static boolean operator(String list, int from) {
        int i = from;
        while (i < list.length() && Character.isWhitespace(list.charAt(i))) {
            i++;
        }
        return i < list.length() && "<>=!~".indexOf(list.charAt(i)) >= 0;
    }
}
