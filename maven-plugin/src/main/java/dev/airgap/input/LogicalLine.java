package dev.airgap.input;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Holds a line of a requirements file, continuations joined, its comment gone.
 *
 * @param number of the first physical line, counted from 1
 * @param text never empty
 */
record LogicalLine(int number, String text) {

    /** Splits a file's text; variables stay as they are. */
    static List<LogicalLine> of(String content) {
        List<LogicalLine> lines = new ArrayList<>();
        StringBuilder joined = null;
        int first = 0;
        int number = 0;
        for (String line : physical(content)) {
            number++;
            boolean comment = isComment(line);
            if (line.endsWith("\\") && !comment) {
                if (joined == null) {
                    joined = new StringBuilder();
                    first = number;
                }
                joined.append(withoutBackslashes(line));
            } else if (joined == null) {
                add(lines, number, line);
            } else {
                // A blank before a comment that follows a continuation lets it be known as one.
                add(lines, first, joined.append(comment ? " " : "").append(line).toString());
                joined = null;
            }
        }
        if (joined != null) {
            add(lines, first, joined.toString());
        }
        return lines;
    }

    /** Puts variables in where they are set and not empty: {@code ${NAME}} alone, of capitals, digits and underscores. */
    String expanded(Map<String, String> environment) {
        String expanded = text;
        for (String name : new LinkedHashSet<>(variables(text))) {
            String value = environment.get(name);
            if (value != null && !value.isEmpty()) {
                expanded = expanded.replace("${" + name + '}', value);
            }
        }
        return expanded;
    }

    /** Lists the variables that a text names. */
    static List<String> variables(String text) {
        List<String> names = new ArrayList<>();
        int at = text.indexOf("${");
        while (at >= 0) {
            int end = at + 2;
            while (end < text.length() && variableLetter(text.charAt(end))) {
                end++;
            }
            if (end > at + 2 && end < text.length() && text.charAt(end) == '}') {
                names.add(text.substring(at + 2, end));
            }
            at = text.indexOf("${", at + 2);
        }
        return names;
    }

    /** Tells whether Python takes a letter for white space. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /** Cuts white space off both ends, as Python knows it. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static void add(List<LogicalLine> lines, int number, String line) {
        int end = line.length();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '#' && (i == 0 || isSpace(line.charAt(i - 1)))) {
                end = i;
                break;
            }
        }
        String text = strip(line.substring(0, end));
        if (!text.isEmpty()) {
            lines.add(new LogicalLine(number, text));
        }
    }

    private static boolean isComment(String line) {
        int i = 0;
        while (i < line.length() && isSpace(line.charAt(i))) {
            i++;
        }
        return i < line.length() && line.charAt(i) == '#';
    }

    private static String withoutBackslashes(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && line.charAt(start) == '\\') {
            start++;
        }
        while (end > start && line.charAt(end - 1) == '\\') {
            end--;
        }
        return line.substring(start, end);
    }

    /** Splits where Python's str.splitlines does. */
    private static List<String> physical(String content) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if ((c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029) {
                lines.add(content.substring(start, i));
                if (c == '\r' && i + 1 < content.length() && content.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < content.length()) {
            lines.add(content.substring(start));
        }
        return lines;
    }

    private static boolean variableLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
