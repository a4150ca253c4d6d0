package dev.airgap.lock;

/**
 * Holds a value and the line it starts on.
 *
 * @param value a String, Long, Boolean, {@code List<TomlValue>} or {@link TomlTable}
 * @param line counted from 1
 */
record TomlValue(Object value, int line) {}
