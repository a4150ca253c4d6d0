package dev.airgap.resolve;

import dev.airgap.fault.Letters;
import java.util.List;

/** Puts words together as people do. */
final class Sentence {

    private Sentence() {}

    /** Joins as {@code a, b and c}. */
    static String list(List<String> parts) {
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> parts.get(0);
            default -> String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
        };
    }

    /** Joins the first few, and counts the rest. */
    static String list(List<String> parts, int most) {
        if (parts.size() <= most) {
            return list(parts);
        }
        return String.join(", ", parts.subList(0, most)) + " and " + (parts.size() - most) + " more";
    }

    /** Takes control characters out of words that came from elsewhere, and cuts them to a sentence's length. */
    static String plain(String words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.length() && text.length() < 200; i++) {
            char c = words.charAt(i);
            text.append(Letters.isPlain(c) ? c : ' ');
        }
        return text.toString().strip();
    }
}
