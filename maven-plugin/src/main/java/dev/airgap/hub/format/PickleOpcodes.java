package dev.airgap.hub.format;

import java.io.IOException;

/**
 * Walks the opcodes at the beginning of a file as Python's pickle would, without doing what they say. A pickle calls
 * what it names: whoever finds a name and a call in it has found code.
 */
final class PickleOpcodes {

    private static final int PROTO = 0x80;
    private static final int NEWEST = 5;
    /** Numbers that happen to look like so many opcodes are rare. */
    private static final int FEW = 8;

    private static final int MOST_OPCODES = 100_000;
    private static final int LONGEST_NAME = 1 << 10;
    private static final long LONGEST_LINE = 16 << 20;

    /** Opcodes without an argument: POP, DUP, MARK, NONE, APPEND, lists, tuples, memo. */
    private static final String BARE = "012(.NQRabdelostu)]}";

    private final FileBytes file;
    private final long end;
    private final boolean proto;
    private boolean named;
    private boolean marked;
    private boolean endless;

    private PickleOpcodes(FileBytes file, long end, boolean proto) {
        this.file = file;
        this.proto = proto;
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
        return new PickleOpcodes(file, end, proto).isPickle();
    }

    /**
     * Tells whether something is named and then called before the first opcode that there is not; where the version of
     * a pickle stands in front, a few opcodes or an end are enough.
     */
    private boolean isPickle() throws IOException {
        int opcodes = 0;
        try {
            for (; opcodes < MOST_OPCODES && file.position() < end; opcodes++) {
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
                    case 0x93 -> named = true;
                    case 'R', 'b', 0x81, 0x92 -> {
                        if (named) {
                            return true;
                        }
                    }
                    case '.' -> {
                        return named || proto;
                    }
                    default -> {
                        if (!argument(opcode)) {
                            return proto && opcodes >= FEW;
                        }
                    }
                }
            }
            // So many that are opcodes are no chance, and what follows is not seen.
            return named || file.position() < end;
        } catch (HeaderException ended) {
            return endless || proto && opcodes >= FEW;
        }
    }

    private boolean argument(int opcode) throws IOException {
        switch (opcode) {
            case 'F', 'I', 'L', 'S', 'V', 'P', 'g', 'p' -> line();
            // EXT1, EXT2, EXT4 name what a program registered; Python itself registers nothing.
            case 'K', 'h', 'q', PROTO, 0x82 -> file.skip(1);
            case 'M', 0x83 -> file.skip(2);
            case 'J', 'j', 'r', 0x84 -> file.skip(4);
            case 'G', 0x95 -> file.skip(8);
            case 'U', 'C', 0x8a, 0x8c -> file.skip(file.u8());
            case 'T', 'B', 'X', 0x8b -> file.skip(file.u32());
            case 0x8d, 0x8e, 0x96 -> file.skip(file.i64());
            default -> {
                // From TUPLE1 to READONLY_BUFFER there is no gap; those with an argument are above.
                return BARE.indexOf(opcode) >= 0 || opcode >= 0x85 && opcode <= 0x98;
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
                endless = true;
                throw new HeaderException("it has a line that is too long to be read to its end");
            }
            if (line.length() < LONGEST_NAME) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static boolean isName(String line) {
        if (line.isEmpty()) {
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
