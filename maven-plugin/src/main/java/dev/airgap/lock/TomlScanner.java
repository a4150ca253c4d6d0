package dev.airgap.lock;

/** Reads TOML's smallest parts, letter by letter, and counts lines. */
final class TomlScanner {

    /** What a fault says where git left its markers. */
    static final String CONFLICT = "a merge left a conflict here";

    private static final char END = '\0';

    private final String text;
    private int at;
    private int line = 1;

    TomlScanner(String text) {
        this.text = text;
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            at = 1;
        }
    }

    int line() {
        return line;
    }

    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    TomlFault fault(String message) {
        return new TomlFault(line, message);
    }

    boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char c) {
        if (!take(c)) {
            throw fault("expected '" + c + "' but found " + found());
        }
    }

    void space() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** Passes spaces, comments and line ends. */
    void blank() {
        while (true) {
            space();
            if (peek() == '#') {
                comment();
            } else if (!newline()) {
                return;
            }
            conflict();
        }
    }

    /** Goes to the next line that holds something; false at the end. */
    boolean nextLine() {
        conflict();
        blank();
        return at < text.length();
    }

    /** Sees that nothing but a comment is left on the line. */
    void endLine() {
        space();
        if (peek() == '#') {
            comment();
        }
        if (at < text.length() && !newline()) {
            throw fault("expected the line's end but found " + found());
        }
    }

    /** Reads a bare or quoted key. */
    String key() {
        if (peek() == '"' || peek() == '\'') {
            return string();
        }
        int start = at;
        while (bare(peek())) {
            at++;
        }
        if (at == start) {
            throw fault("expected a key but found " + found());
        }
        return text.substring(start, at);
    }

    /** Reads a string in its quotes. */
    String string() {
        char quote = peek();
        at++;
        if (peek() == quote && at + 1 < text.length() && text.charAt(at + 1) == quote) {
            throw fault("a lock has no strings of several lines");
        }
        int start = at;
        StringBuilder made = null;
        while (true) {
            char c = peek();
            if (at >= text.length() || c == '\n' || c == '\r') {
                throw fault("a string has no end");
            } else if (c == quote) {
                String rest = text.substring(start, at);
                at++;
                return made == null ? rest : made.append(rest).toString();
            } else if (c == '\\' && quote == '"') {
                made = made == null ? new StringBuilder() : made;
                made.append(text, start, at);
                at++;
                made.appendCodePoint(escape());
                start = at;
            } else {
                legal(c);
                at++;
            }
        }
    }

    /** Reads a whole number or a boolean. */
    Object word() {
        int start = at;
        while (bare(peek()) || "+.:".indexOf(peek()) >= 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.equals("true") || word.equals("false")) {
            return word.equals("true");
        }
        int first = !word.isEmpty() && (word.charAt(0) == '-' || word.charAt(0) == '+') ? 1 : 0;
        boolean number = word.length() > first && (word.charAt(first) != '0' || word.length() == first + 1);
        for (int i = first; i < word.length(); i++) {
            char c = word.charAt(i);
            // An underscore stands between two digits.
            number &= (c >= '0' && c <= '9')
                    || (c == '_' && i > first && i + 1 < word.length() && word.charAt(i - 1) != '_');
        }
        if (!number) {
            throw word.isEmpty()
                    ? fault("expected a value but found " + found())
                    : fault("expected a string, a whole number or a list but found " + Rules.quoted(word));
        }
        try {
            return Long.valueOf(word.replace("_", ""));
        } catch (NumberFormatException e) {
            throw fault("the number " + Rules.quoted(word) + " is too large");
        }
    }

    private int escape() {
        char c = peek();
        at++;
        return switch (c) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '"' -> '"';
            case '\\' -> '\\';
            case 'u' -> scalar(4);
            case 'U' -> scalar(8);
            default -> throw fault("a string has an unknown escape " + Rules.quoted("\\" + c));
        };
    }

    private int scalar(int digits) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw fault("a string has a broken escape");
            }
            value = value * 16 + digit;
            at++;
        }
        if (value > Character.MAX_CODE_POINT || (value >= 0xD800 && value <= 0xDFFF)) {
            throw fault("a string has an escape that is no letter");
        }
        return (int) value;
    }

    private void comment() {
        while (at < text.length() && peek() != '\n' && !text.startsWith("\r\n", at)) {
            legal(peek());
            at++;
        }
    }

    private boolean newline() {
        boolean end = take('\n');
        if (!end && text.startsWith("\r\n", at)) {
            at += 2;
            end = true;
        }
        line += end ? 1 : 0;
        return end;
    }

    /** Git writes its markers from a line's first letter on. */
    private void conflict() {
        char c = peek();
        if ((c == '<' || c == '=' || c == '>' || c == '|')
                && text.startsWith(String.valueOf(c).repeat(7), at)) {
            throw fault(CONFLICT);
        }
    }

    private void legal(char c) {
        if ((c < ' ' && c != '\t') || c == 127) {
            throw fault("a control character stands where none may");
        }
    }

    private static boolean bare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private String found() {
        return at >= text.length()
                ? "the end of the file"
                : peek() == '\n' || peek() == '\r' ? "the line's end" : Rules.quoted(String.valueOf(peek()));
    }
}
