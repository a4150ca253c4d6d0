package dev.airgap.hub.format;

import java.io.IOException;

/**
 * Walks the opcodes at the beginning of a file as Python's pickle would, without doing what they say. A pickle calls
 * what it names: whoever finds a name and a call in it has found code.
 */
final class PickleOpcodes {

    private static final int PROTO = 0x80;
    private static final int NEWEST = 5;
    private static final int MOST_OPCODES = 100_000;
    private static final int LONGEST_NAME = 1 << 10;
    private static final long LONGEST_LINE = 16 << 20;

    /** Opcodes without an argument: POP, DUP, MARK, NONE, APPEND, lists, tuples, sets, booleans, memo. */
    private static final String BARE =
            "012(.NQRabdelostu)]}\u0081\u0085\u0086\u0087\u0088\u0089\u008f\u0090\u0091\u0092\u0093\u0094\u0097\u0098";

    private final FileBytes file;
    private final long end;
    private boolean named;
    private boolean marked;

    private PickleOpcodes(FileBytes file, long end) {
        this.file = file;
        this.end = end;
    }

    /** Tells whether what lies from here to a place is a pickle, or the beginning of one. */
    static boolean begin(FileBytes file, long end) throws IOException {
        long start = file.position();
        if (end - start < 2) {
            return false;
        }
        boolean proto = file.u8() == PROTO && file.u8() <= NEWEST;
        file.seek(start);
        return proto || new PickleOpcodes(file, end).calls();
    }

    /** Tells whether something is named and then called, before the first opcode that there is not. */
    private boolean calls() throws IOException {
        try {
            for (int i = 0; i < MOST_OPCODES && file.position() < end; i++) {
                int opcode = file.u8();
                switch (opcode) {
                    case 'c' -> named |= names();
                    case '(' -> marked = true;
                    case 'i', 'o' -> {
                        named |= opcode == 'i' && names();
                        if (named || !marked) {
                            // Without a mark to reach back to, Python fails here.
                            return marked;
                        }
                    }
                    case 0x82 -> named |= file.u8() > 0;
                    case 0x83, 0x84 -> {
                        file.skip(opcode == 0x83 ? 2 : 4);
                        named = true;
                    }
                    case 0x93 -> named = true;
                    case 'R', 'b', 0x81, 0x92 -> {
                        if (named) {
                            return true;
                        }
                    }
                    case '.' -> {
                        return named;
                    }
                    default -> {
                        if (!argument(opcode)) {
                            return false;
                        }
                    }
                }
            }
            // So many that are opcodes are no chance, and what follows is not seen.
            return named || file.position() < end;
        } catch (HeaderException ended) {
            return false;
        }
    }

    private boolean argument(int opcode) throws IOException {
        switch (opcode) {
            case 'F', 'I', 'L', 'S', 'V', 'P', 'g', 'p' -> line();
            case 'K', 'h', 'q', PROTO -> file.skip(1);
            case 'M' -> file.skip(2);
            case 'J', 'j', 'r' -> file.skip(4);
            case 'G', 0x95 -> file.skip(8);
            case 'U', 'C', 0x8a, 0x8c -> file.skip(file.u8());
            case 'T', 'B', 'X', 0x8b -> file.skip(file.u32());
            case 0x8d, 0x8e, 0x96 -> file.skip(file.i64());
            default -> {
                return BARE.indexOf(opcode) >= 0;
            }
        }
        return true;
    }

    /** Reads a module's name and that of something in it. */
    private boolean names() throws IOException {
        String module = line();
        String name = line();
        return isName(module) && isName(name);
    }

    /** Reads to the end of the line; of a long one no more than could be a name is kept. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        long last = file.position() + LONGEST_LINE;
        for (int c = file.u8(); c != '\n'; c = file.u8()) {
            if (file.position() > last) {
                throw new HeaderException("it has a line that is too long");
            }
            if (line.length() < LONGEST_NAME) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static boolean isName(String line) {
        if (line.isEmpty() || line.length() >= LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            // Letters beyond ASCII are bytes of UTF-8 here.
            boolean part = c == '_' || c == '.' || c == '<' || c == '>' || c >= 0x80 || Character.isLetterOrDigit(c);
            if (!part) {
                return false;
            }
        }
        return true;
    }
}
