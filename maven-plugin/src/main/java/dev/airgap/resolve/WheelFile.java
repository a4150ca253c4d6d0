package dev.airgap.resolve;

import dev.airgap.python.Specifiers;
import dev.airgap.python.WheelName;
import java.net.URI;

/**
 * Describes one wheel as an index lists it.
 *
 * @param name its file name, parsed (PEP 427)
 * @param url where it lies, without user info
 * @param sha256 64 lower-case hex digits, or empty where the index gives none
 * @param size in bytes, or -1 where the index does not say
 * @param requiresPython the index's Requires-Python, {@link Specifiers#ANY} where it gives none
 * @param yanked null where it is not yanked (PEP 592), else the reason, possibly empty
 * @param uploaded PEP 700 upload time as the index wrote it, or empty
 * @param metadata how the metadata can be had: {@code sha256=…} or {@code true} as PEP 658 says, or empty
 * @param index the id of the index it came from
 */
public record WheelFile(
        WheelName name,
        URI url,
        String sha256,
        long size,
        Specifiers requiresPython,
        String yanked,
        String uploaded,
        String metadata,
        String index) {

    public boolean isYanked() {
        return yanked != null;
    }
}
