package dev.airgap.lock;

import java.util.List;

/** Writes TOML 1.0: keys, strings and lists in the one way this package lays them out. */
final class TomlText {

    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder text = new StringBuilder(16384);

    /** Adds text as it stands. */
    TomlText raw(String words) {
        text.append(words);
        return this;
    }

    TomlText raw(long number) {
        text.append(number);
        return this;
    }

    /** Adds a basic string in its quotes. */
    TomlText string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (Character.getType(c) == Character.CONTROL || c == 0x2028 || c == 0x2029) {
                        text.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            text.append(HEX.charAt((c >> shift) & 15));
                        }
                    } else if (Character.isSurrogate(c) && !paired(value, i)) {
                        // TOML takes Unicode scalar values alone; half a pair has no UTF-8 form either.
                        text.append('\uFFFD');
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
        return this;
    }

    /** Adds a key, quoted where it must be. */
    TomlText key(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean bare =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!bare) {
                return string(key);
            }
        }
        return key.isEmpty() ? string(key) : raw(key);
    }

    /** Adds {@code name = "value"} and a line's end. */
    TomlText line(String name, String value) {
        return raw(name).raw(" = ").string(value).raw("\n");
    }

    /** Adds an array of strings on one line. */
    TomlText strings(List<String> values) {
        text.append('[');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ", ");
            string(values.get(i));
        }
        text.append(']');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static boolean paired(String value, int i) {
        char c = value.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
