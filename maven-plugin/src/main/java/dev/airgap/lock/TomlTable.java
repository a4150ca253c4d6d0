package dev.airgap.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds a table as read, with the line it starts on; whoever reads it takes its entries out and refuses the rest. */
final class TomlTable {

    final int line;
    final Map<String, TomlValue> entries = new LinkedHashMap<>();

    /** Whether a header has opened it; none may do so twice. */
    boolean opened;

    /** Whether it was written inline; nothing may be added to it. */
    boolean inline;

    TomlTable(int line) {
        this.line = line;
    }

    /** Takes a string out. */
    String string(String key) {
        return required(key, String.class, "a string");
    }

    /** Takes a string out, or gives another where there is none. */
    String string(String key, String otherwise) {
        return entries.containsKey(key) ? string(key) : otherwise;
    }

    /** Takes a truth value out; false where there is none. */
    boolean flag(String key) {
        return entries.containsKey(key) && required(key, Boolean.class, "true or false");
    }

    long number(String key) {
        return required(key, Long.class, "a whole number");
    }

    private List<TomlValue> list(String key) {
        return entries.containsKey(key) ? elements(required(key, List.class, "a list")) : List.of();
    }

    /** Takes a list of strings out; empty where there is none. */
    List<String> strings(String key) {
        return all(key, String.class, "a string");
    }

    /** Takes a list of tables out; empty where there is none. */
    List<TomlTable> tables(String key) {
        return all(key, TomlTable.class, "a table");
    }

    private <T> List<T> all(String key, Class<T> type, String word) {
        List<TomlValue> values = list(key);
        List<T> typed = new ArrayList<>(values.size());
        for (TomlValue value : values) {
            typed.add(type.cast(typed(value, type, word, key)));
        }
        return typed;
    }

    /** Takes a table out; an empty one where there is none. */
    TomlTable table(String key) {
        return entries.containsKey(key) ? required(key, TomlTable.class, "a table") : new TomlTable(line);
    }

    /** Refuses what nobody took out. */
    void end() {
        for (Map.Entry<String, TomlValue> entry : entries.entrySet()) {
            throw new TomlFault(
                    entry.getValue().line(),
                    "the key " + Rules.quoted(entry.getKey()) + " is unknown to format " + LockWriter.VERSION);
        }
    }

    private static Object typed(TomlValue value, Class<?> type, String word, String key) {
        if (!type.isInstance(value.value())) {
            throw new TomlFault(value.line(), Rules.quoted(key) + " must be " + word);
        }
        return value.value();
    }

    private <T> T required(String key, Class<T> type, String word) {
        TomlValue value = entries.remove(key);
        if (value == null) {
            throw new TomlFault(line, "the key " + Rules.quoted(key) + " is missing");
        }
        return type.cast(typed(value, type, word, key));
    }

    @SuppressWarnings("unchecked") // TomlReader puts nothing else into lists
    private static List<TomlValue> elements(Object list) {
        return (List<TomlValue>) list;
    }
}
