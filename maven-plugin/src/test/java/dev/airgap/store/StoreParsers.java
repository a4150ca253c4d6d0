package dev.airgap.store;

import dev.airgap.fuzz.Fuzzed;
import java.util.List;

/** Lists the parsers of this room that read what strangers wrote. */
public final class StoreParsers {

    private StoreParsers() {}

    public static List<Fuzzed> all() {
        return List.of(Fuzzed.text(
                "store.content-range",
                ContentRange::parse,
                List.of("bytes 5-9/10", "bytes 5-9/*", "bytes */10"),
                "bytes - / * 0 99999999999999999999 -1"));
    }
}
