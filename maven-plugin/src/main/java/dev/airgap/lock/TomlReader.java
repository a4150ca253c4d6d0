package dev.airgap.lock;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the part of TOML 1.0 that a lock can hold, and keeps the line of every value: tables, arrays of tables, inline
 * tables, arrays, one-line strings, whole numbers, booleans. Dotted keys of values, floats, dates and strings of several
 * lines are refused. A general parser would tell no lines of what it read, and takes longer to load than a lock takes to
 * read.
 */
final class TomlReader {

    private static final int DEPTH = 16;

    /** Far more than a lock of a hundred thousand files has, and what a small heap can bear. */
    private static final int MOST_VALUES = 2_000_000;

    private final TomlScanner in;
    private final TomlTable root = new TomlTable(1);
    private int count;

    /** Holds the elements of an array of tables, which headers alone may add to. */
    private static final class Tables extends ArrayList<TomlValue> {
        private static final long serialVersionUID = 1;

        TomlTable last() {
            return (TomlTable) get(size() - 1).value();
        }
    }

    private TomlReader(String text) {
        in = new TomlScanner(text);
    }

    /** Reads a document; throws {@link TomlFault} at the first line that can't be read. */
    static TomlTable read(String text) {
        TomlReader reader = new TomlReader(text);
        reader.document();
        return reader.root;
    }

    private void document() {
        TomlTable current = root;
        root.opened = true;
        while (in.nextLine()) {
            if (in.peek() == '[') {
                current = header();
            } else {
                entry(current);
            }
            in.endLine();
        }
    }

    private void counted() {
        if (++count > MOST_VALUES) {
            throw in.fault("the lock holds more than " + MOST_VALUES + " values");
        }
    }

    private TomlTable header() {
        int line = in.line();
        in.expect('[');
        boolean array = in.take('[');
        List<String> path = new ArrayList<>();
        do {
            in.space();
            counted();
            path.add(in.key());
            in.space();
        } while (in.take('.'));
        in.expect(']');
        if (array) {
            in.expect(']');
        }
        TomlTable parent = root;
        for (int i = 0; i < path.size() - 1; i++) {
            parent = descend(parent, path.get(i), line);
        }
        String last = path.get(path.size() - 1);
        return array ? append(parent, last, line) : open(parent, last, line);
    }

    private static TomlTable descend(TomlTable parent, String key, int line) {
        TomlValue value = parent.entries.get(key);
        if (value == null) {
            TomlTable table = new TomlTable(line);
            parent.entries.put(key, new TomlValue(table, line));
            return table;
        } else if (value.value() instanceof TomlTable table && !table.inline) {
            return table;
        } else if (value.value() instanceof Tables tables) {
            return tables.last();
        }
        throw twice(key, line);
    }

    private static TomlTable open(TomlTable parent, String key, int line) {
        TomlValue value = parent.entries.get(key);
        TomlTable table = null;
        if (value == null) {
            table = new TomlTable(line);
            parent.entries.put(key, new TomlValue(table, line));
        } else if (value.value() instanceof TomlTable known && !known.inline && !known.opened) {
            table = known;
        }
        if (table == null) {
            throw twice(key, line);
        }
        table.opened = true;
        return table;
    }

    private static TomlTable append(TomlTable parent, String key, int line) {
        TomlValue value = parent.entries.get(key);
        if (value == null) {
            value = new TomlValue(new Tables(), line);
            parent.entries.put(key, value);
        }
        if (value.value() instanceof Tables tables) {
            TomlTable element = new TomlTable(line);
            element.opened = true;
            tables.add(new TomlValue(element, line));
            return element;
        }
        throw twice(key, line);
    }

    private static TomlFault twice(String key, int line) {
        return new TomlFault(line, "the key " + Rules.quoted(key) + " stands twice");
    }

    private void entry(TomlTable table) {
        int line = in.line();
        String key = in.key();
        assignment();
        TomlValue value = value(0);
        if (table.entries.putIfAbsent(key, value) != null) {
            throw twice(key, line);
        }
    }

    private void assignment() {
        in.space();
        if (in.peek() == '.') {
            throw in.fault("a lock has no dotted keys");
        }
        in.expect('=');
        in.space();
    }

    private TomlValue value(int depth) {
        int line = in.line();
        if (depth > DEPTH) {
            throw in.fault("values nest too deep");
        }
        counted();
        return switch (in.peek()) {
            case '"', '\'' -> new TomlValue(in.string(), line);
            case '[' -> new TomlValue(array(depth), line);
            case '{' -> new TomlValue(inline(depth), line);
            default -> new TomlValue(in.word(), line);
        };
    }

    private List<TomlValue> array(int depth) {
        List<TomlValue> values = new ArrayList<>();
        in.expect('[');
        in.blank();
        while (!in.take(']')) {
            values.add(value(depth + 1));
            in.blank();
            if (!in.take(',')) {
                in.expect(']');
                break;
            }
            in.blank();
        }
        return values;
    }

    private TomlTable inline(int depth) {
        TomlTable table = new TomlTable(in.line());
        table.inline = true;
        in.expect('{');
        in.space();
        if (in.take('}')) {
            return table;
        }
        do {
            in.space();
            String key = in.key();
            assignment();
            if (table.entries.putIfAbsent(key, value(depth + 1)) != null) {
                throw twice(key, in.line());
            }
            in.space();
        } while (in.take(','));
        in.expect('}');
        return table;
    }
}
