package dev.airgap.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Decodes a text file as Python people's tools do: by its byte order mark, its coding line (PEP 263), else UTF-8. */
final class FileText {

    private FileText() {}

    /** Decodes a file; throws IllegalArgumentException with a sentence where it can't be. */
    static String of(byte[] content) {
        // UTF-16's mark is the start of UTF-32's: the longer first.
        if (starts(content, 0xEF, 0xBB, 0xBF)) {
            return decoded(content, 3, StandardCharsets.UTF_8);
        } else if (starts(content, 0xFF, 0xFE, 0, 0)) {
            return decoded(content, 4, Charset.forName("UTF-32LE"));
        } else if (starts(content, 0, 0, 0xFE, 0xFF)) {
            return decoded(content, 4, Charset.forName("UTF-32BE"));
        } else if (starts(content, 0xFF, 0xFE)) {
            return decoded(content, 2, StandardCharsets.UTF_16LE);
        } else if (starts(content, 0xFE, 0xFF)) {
            return decoded(content, 2, StandardCharsets.UTF_16BE);
        }
        return decoded(content, 0, declared(content));
    }

    private static Charset declared(byte[] content) {
        int start = 0;
        for (int number = 0; number < 2 && start < content.length; number++) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            if (content[start] == '#') {
                String name = coding(new String(content, start, end - start, StandardCharsets.ISO_8859_1));
                if (!name.isEmpty()) {
                    return charset(name);
                }
            }
            start = end + 1;
        }
        return StandardCharsets.UTF_8;
    }

    /** Gives the name that follows {@code coding:} or {@code coding=}, empty where none does. */
    private static String coding(String line) {
        for (int at = line.indexOf("coding"); at >= 0; at = line.indexOf("coding", at + 1)) {
            int i = at + "coding".length();
            if (i < line.length() && (line.charAt(i) == ':' || line.charAt(i) == '=')) {
                i++;
                while (i < line.length() && LogicalLine.isSpace(line.charAt(i))) {
                    i++;
                }
                int start = i;
                while (i < line.length()
                        && (Character.isLetterOrDigit(line.charAt(i)) || "-_.".indexOf(line.charAt(i)) >= 0)) {
                    i++;
                }
                if (i > start) {
                    return line.substring(start, i);
                }
            }
        }
        return "";
    }

    private static Charset charset(String name) {
        String folded = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (folded) {
            case "utf-8-sig" -> StandardCharsets.UTF_8;
            case "latin-1", "iso-latin-1" -> StandardCharsets.ISO_8859_1;
            default -> {
                for (String spelling : new String[] {folded, folded.replace('-', '_'), folded.replace("-", "")}) {
                    try {
                        yield Charset.forName(spelling);
                    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                        // The next spelling may be known.
                    }
                }
                throw new IllegalArgumentException("its coding line names an unknown encoding, '" + name + "'");
            }
        };
    }

    private static String decoded(byte[] content, int skip, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(content, skip, content.length - skip))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it is no " + charset.name() + " text", e);
        }
    }

    private static boolean starts(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
