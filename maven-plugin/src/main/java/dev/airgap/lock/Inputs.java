package dev.airgap.lock;

import dev.airgap.fault.Letters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds what a lock was made from: the requirement lines, the targets' digests, the indexes, whatever the goal decides.
 * Where these are the same, the lock is current.
 *
 * @param entries by key, a key being a name for people ({@code requirements requirements.txt}); the order of a key's
 *     values counts
 */
public record Inputs(SortedMap<String, List<String>> entries) {

    private static final int LONG = 200;
    private static final int HEAD = 80;
    private static final int SHOWN = 5;

    public Inputs {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        for (Map.Entry<String, List<String>> entry : entries.entrySet()) {
            if (entry.getKey().isEmpty()) {
                throw new IllegalArgumentException("an input has no name");
            }
            List<String> values = new ArrayList<>(entry.getValue().size());
            for (String value : entry.getValue()) {
                values.add(shortened(clean(value)));
            }
            copy.put(clean(entry.getKey()), Collections.unmodifiableList(values));
        }
        entries = Collections.unmodifiableSortedMap(copy);
    }

    /** Gives inputs that hold nothing. */
    public static Inputs none() {
        return new Inputs(new TreeMap<>());
    }

    /** Gives these inputs and some more values under a key, after those it has; a key may have no value at all. */
    public Inputs with(String key, List<String> values) {
        SortedMap<String, List<String>> more = new TreeMap<>(entries);
        List<String> joined = new ArrayList<>(more.getOrDefault(key, List.of()));
        joined.addAll(values);
        more.put(key, joined);
        return new Inputs(more);
    }

    /** Gives these inputs and one more value under a key. */
    public Inputs with(String key, String value) {
        return with(key, List.of(value));
    }

    /** Digests the inputs: {@code sha256:} and 64 hex digits. */
    public String digest() {
        StringBuilder all = new StringBuilder(4096);
        for (Map.Entry<String, List<String>> entry : entries.entrySet()) {
            all.append(entry.getKey()).append('\0').append(entry.getValue().size());
            for (String value : entry.getValue()) {
                all.append('\0').append(value);
            }
            all.append("\0\0");
        }
        return "sha256:" + sha256(all.toString());
    }

    /** Says in sentences what differs between the lock's inputs and those of now; empty where nothing does. */
    public static List<String> changes(Inputs old, Inputs now) {
        List<String> sentences = new ArrayList<>();
        SortedMap<String, List<String>> all = new TreeMap<>(old.entries);
        all.putAll(now.entries);
        for (String raw : all.keySet()) {
            String key = printable(raw);
            List<String> was = old.entries.get(raw);
            List<String> is = now.entries.get(raw);
            if (was == null) {
                sentences.add(is.isEmpty() ? key + " is new" : key + " is new: " + listed(is));
            } else if (is == null) {
                sentences.add(was.isEmpty() ? key + " is gone" : key + " is gone: it was " + listed(was));
            } else if (!was.equals(is)) {
                sentences.add(key + ": " + difference(was, is));
            }
        }
        return sentences;
    }

    private static String difference(List<String> was, List<String> is) {
        List<String> added = new ArrayList<>(is);
        was.forEach(added::remove);
        List<String> removed = new ArrayList<>(was);
        is.forEach(removed::remove);
        if (added.isEmpty() && removed.isEmpty()) {
            return "the order changed to " + listed(is);
        } else if (added.isEmpty()) {
            return "no longer has " + listed(removed);
        } else if (removed.isEmpty()) {
            return "now has " + listed(added);
        } else {
            return listed(removed) + " became " + listed(added);
        }
    }

    private static String listed(List<String> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size() && i < SHOWN; i++) {
            text.append(i == 0 ? "" : ", ").append(printable(values.get(i)));
        }
        if (values.size() > SHOWN) {
            text.append(" and ").append(values.size() - SHOWN).append(" more");
        }
        return text.toString();
    }

    /** A lock may have been edited by anyone: no line end and no control sequence of it reaches a terminal. */
    private static String printable(String value) {
        StringBuilder text = new StringBuilder(value.length());
        value.codePoints().forEach(c -> text.appendCodePoint(Letters.isPlain(c) ? c : '\uFFFD'));
        return text.toString();
    }

    /** Leaves what UTF-8 can hold, so that a lock that was read has the digest of the one that was written. */
    private static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', ' ');
    }

    /** A long value (a requirement with fifty hashes) stands in the lock by its head and its digest. */
    private static String shortened(String value) {
        if (value.length() <= LONG) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(HEAD - 1)) ? HEAD - 1 : HEAD;
        return value.substring(0, end) + "… sha256:" + sha256(value);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
