package dev.airgap.input;

/** Makes what a user or a variable put into a file fit for a message: no control letters, no passwords, not too long. */
final class SafeText {

    private static final int LONG = 200;

    private SafeText() {}

    /** Gives the text for a message. */
    static String of(String raw) {
        String text = withoutUsers(raw);
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONG; i++) {
            char c = text.charAt(i);
            safe.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c);
        }
        return text.length() > LONG ? safe.append('…').toString() : safe.toString();
    }

    /** Takes user and password out of every address in a text. */
    static String withoutUsers(String text) {
        StringBuilder clean = null;
        int copied = 0;
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            int start = at + 3;
            int end = start;
            while (end < text.length()
                    && "/?#\"'".indexOf(text.charAt(end)) < 0
                    && !LogicalLine.isSpace(text.charAt(end))) {
                end++;
            }
            int user = text.lastIndexOf('@', end - 1);
            if (user >= start) {
                clean = clean == null ? new StringBuilder() : clean;
                clean.append(text, copied, start);
                copied = user + 1;
            }
        }
        return clean == null ? text : clean.append(text, copied, text.length()).toString();
    }
}
