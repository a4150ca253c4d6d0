package dev.airgap.input;

import dev.airgap.fault.Letters;

/**
 * Makes what a user or a variable put into a file fit for a message: no control letters, no passwords, no queries of
 * addresses, not too long.
 */
final class SafeText {

    private static final int LONG = 200;

    private SafeText() {}

    /** Gives the text for a message. */
    static String of(String raw) {
        return Letters.plain(withoutQueries(withoutUsers(raw)), '?', LONG);
    }

    /** Cuts what stands behind the question mark of every address in a text: signed addresses carry secrets there. */
    private static String withoutQueries(String text) {
        StringBuilder clean = new StringBuilder();
        int copied = 0;
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", Math.max(copied, at + 3))) {
            int end = at + 3;
            while (end < text.length() && !isEnd(text.charAt(end))) {
                end++;
            }
            int question = text.indexOf('?', at);
            if (question >= 0
                    && question < end
                    && LogicalLine.variables(text.substring(question, end)).isEmpty()) {
                clean.append(text, copied, question).append("?…");
                copied = end;
            }
        }
        return clean.append(text, copied, text.length()).toString();
    }

    private static boolean isEnd(char c) {
        return c == '"' || c == '\'' || c == '#' || LogicalLine.isSpace(c);
    }

    /** Puts a digest in the place of an address's query, in what is kept for everybody to read; a variable is no secret. */
    static String withoutSecrets(String text) {
        String safe = withoutUsers(text);
        int address = safe.indexOf("://");
        int question = address < 0 ? -1 : safe.indexOf('?', address);
        return question < 0 || !LogicalLine.variables(safe.substring(question)).isEmpty()
                ? safe
                : safe.substring(0, question) + " query sha256:" + Sha256.of(safe.substring(question));
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
