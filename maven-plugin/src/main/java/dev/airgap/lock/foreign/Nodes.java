package dev.airgap.lock.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.airgap.python.Marker;
import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.python.WheelName;
import dev.airgap.resolve.WheelFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes values out of a lock's tables; what is missing or of another kind is an IllegalArgumentException. */
final class Nodes {

    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

    /** No wheel has a petabyte; more digits than a long has would have been cut. */
    private static final long LARGEST = 1L << 50;

    private static final int SHOWN = 20;

    private Nodes() {}

    /** Says that a lock has not what is asked for, and what it has. */
    static IllegalArgumentException unknown(
            String what, Set<String> unknown, Collection<String> extras, Collection<String> groups) {
        String has = extras.isEmpty() && groups.isEmpty()
                ? "it has no extra and no group"
                : named("extra", extras) + " and " + named("group", groups);
        return new UnknownPartException(what + String.join(", ", unknown) + "; " + has);
    }

    private static String named(String kind, Collection<String> names) {
        if (names.isEmpty()) {
            return "it has no " + kind;
        }
        String some = names.stream().sorted().limit(SHOWN).collect(Collectors.joining(", "));
        return (names.size() == 1 ? "its " + kind + " is " : "its " + kind + "s are ")
                + some
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }

    /** Gives a string that must be there. */
    static String text(JsonNode table, String key) {
        JsonNode value = table.path(key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'" + key + "' must be a string");
        }
        return value.textValue();
    }

    /** Gives a string, or an empty one. */
    static String optional(JsonNode table, String key) {
        return table.path(key).isMissingNode() ? "" : text(table, key);
    }

    /** Gives the elements of a list; none where it is not there. */
    static List<JsonNode> list(JsonNode table, String key) {
        JsonNode value = table.path(key);
        if (!value.isMissingNode() && !value.isArray()) {
            throw new IllegalArgumentException("'" + key + "' must be a list");
        }
        List<JsonNode> elements = new ArrayList<>(value.size());
        value.forEach(elements::add);
        return elements;
    }

    /** Gives a list of names, normalised (PEP 503). */
    static SortedSet<String> names(JsonNode table, String key) {
        SortedSet<String> names = new TreeSet<>();
        for (JsonNode value : list(table, key)) {
            names.add(normalised(value.asText()));
        }
        return names;
    }

    static String normalised(String name) {
        return PackageName.of(name).value();
    }

    static Marker marker(String text) {
        return text.isBlank() ? Marker.ALWAYS : Marker.parse(text);
    }

    static List<Marker> markers(JsonNode table, String key) {
        List<Marker> markers = new ArrayList<>();
        for (JsonNode value : list(table, key)) {
            markers.add(marker(value.asText()));
        }
        return markers;
    }

    /**
     * Makes a wheel of what a lock says of it, or null where the file is no wheel.
     *
     * @param file its name; empty where the address tells it
     * @param url its address or path; empty where the lock tells none
     * @param hash {@code sha256:…}, or empty where the lock tells none; another algorithm's is refused, for it would go
     *     unchecked
     * @param folder what a path is relative to
     */
    static WheelFile wheel(String file, String url, String hash, long size, Path folder) {
        String name = file.isEmpty() ? fileName(url) : file;
        if (!name.endsWith(".whl")) {
            return null;
        }
        if (!hash.isEmpty() && !hash.startsWith("sha256:")) {
            throw new IllegalArgumentException("the hash of " + name + " is none that indexes give: "
                    + hash.replaceFirst(":.*", "") + ", not sha256");
        }
        String sha256 = hash.startsWith("sha256:") ? hash.substring(7).toLowerCase(Locale.ROOT) : "";
        if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the sha256 of " + name + " has not 64 hex digits");
        }
        if (size > LARGEST) {
            throw new IllegalArgumentException("the size of " + name + " can't be true: " + size);
        }
        return new WheelFile(
                WheelName.parse(name), address(url, folder), sha256, size, Specifiers.ANY, null, "", "", "");
    }

    private static String fileName(String url) {
        String path = url.replaceFirst("[?#].*", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String address(String url, Path folder) {
        if (url.isEmpty()) {
            return "";
        }
        String place = url.replaceFirst("#.*", "");
        if (!place.matches("(?i)[a-z][a-z0-9+.-]+:.*")) {
            return folder.resolve(place).normalize().toUri().toString();
        }
        try {
            URI address = new URI(place);
            boolean local = address.getScheme().equalsIgnoreCase("file")
                    && address.getRawAuthority() == null
                    && address.getRawPath() != null;
            boolean web = address.getScheme().matches("(?i)https?")
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
            if (local || web) {
                // A query may be a signature: it is for who fetches, and the lock is for all to read.
                return web ? place.replaceFirst("\\?.*", "") : place;
            }
        } catch (URISyntaxException e) {
            // The exception repeats the address, which may hold a password.
            LOG.debug("no address: {}", e.getReason());
        }
        throw new IllegalArgumentException("a wheel's address must be one of the web or a file, with no user in it");
    }
}
