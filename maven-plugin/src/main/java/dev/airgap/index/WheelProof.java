package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.http.SafeUrl;
import dev.airgap.python.Metadata;
import dev.airgap.resolve.WheelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a wheel's own METADATA against what was told of it when versions were chosen, by a file beside it (PEP 658) or by
 * ranges, for which no checksum vouches: the closed side installs by the wheel. What was proved once is not looked at
 * again.
 */
public final class WheelProof {

    private static final int SHOWN = 5;

    private final WheelCache cache;

    /** @param folder where parsed pages and metadata are cached */
    public WheelProof(Path folder) {
        this.cache = new WheelCache(folder);
    }

    /**
     * Compares them in what decides about dependencies: name, version, Requires-Python, Requires-Dist, Provides-Extra.
     *
     * @param own the wheel's file
     * @return what differs; empty where they agree, or the whole wheel was read before
     */
    public Optional<Fault> fault(WheelFile wheel, Path own) {
        Known known = cache.read(wheel);
        if (known != null && known.isProved()) {
            return Optional.empty();
        }
        byte[] headers;
        try (LocalSlices file = new LocalSlices(own)) {
            headers = HeaderLines.of(WheelArchive.metadata(file, wheel.name()));
        } catch (IOException broken) {
            return Optional.of(Fault.of("The METADATA of " + wheel.name().fileName() + " cannot be read")
                    .at(SafeUrl.text(wheel.url()))
                    .because(Link.plain(String.valueOf(broken.getMessage())))
                    .advise("Exclude this version, or tell whoever published the wheel."));
        }
        if (known == null) {
            return named(wheel, headers);
        }
        if (Arrays.equals(headers, known.metadata())) {
            cache.write(wheel, known.proved());
            return Optional.empty();
        }
        return Optional.of(Fault.of("The METADATA of " + wheel.name().fileName()
                        + " is another than the index told when versions were chosen")
                .at(SafeUrl.text(wheel.url()))
                .because("only in what " + known.origin() + " told, by a file beside it (PEP 658) or a part of it: "
                        + only(known.metadata(), headers) + "\nonly in the wheel: "
                        + only(headers, known.metadata()))
                .advise("Tell whoever runs index '" + wheel.index() + "'; take another version, or another index."));
    }

    /** Looks at a wheel that a lock brought, and whose METADATA was not read on this machine: it must be the lock's. */
    private Optional<Fault> named(WheelFile wheel, byte[] headers) {
        String own;
        try {
            Metadata parsed = Metadata.parse(headers);
            if (parsed.name().equals(wheel.name().name())
                    && parsed.version().compareTo(wheel.name().version()) == 0) {
                cache.write(wheel, new Known(headers, wheel.size(), "", ""));
                return Optional.empty();
            }
            own = "its METADATA says " + parsed.name() + " " + parsed.version();
        } catch (IllegalArgumentException broken) {
            own = Link.plain(String.valueOf(broken.getMessage()));
        }
        return Optional.of(Fault.of("The METADATA of " + wheel.name().fileName() + " is another wheel's")
                .at(SafeUrl.text(wheel.url()))
                .because("the lock says " + wheel.name().name() + " "
                        + wheel.name().version() + "\n" + own)
                .advise("Do not use this wheel: find out who wrote the lock, or who published the wheel."));
    }

    /** Lists the lines that one has and the other has not. */
    private static String only(byte[] one, byte[] other) {
        Set<String> lines = new LinkedHashSet<>(lines(one));
        lines.removeAll(lines(other));
        List<String> shown = lines.stream().limit(SHOWN).map(SafeUrl::printable).toList();
        return shown.isEmpty()
                ? "nothing, in another order"
                : String.join("; ", shown) + (lines.size() > SHOWN ? "; and " + (lines.size() - SHOWN) + " more" : "");
    }

    private static List<String> lines(byte[] headers) {
        return new String(headers, StandardCharsets.UTF_8).lines().toList();
    }
}
