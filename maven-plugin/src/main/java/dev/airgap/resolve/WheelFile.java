package dev.airgap.resolve;

import dev.airgap.python.Specifiers;
import dev.airgap.python.WheelName;
import java.net.URI;
import java.util.Objects;

/**
 * Describes one wheel as an index lists it. A value like a record, but for its address, which is parsed when it is asked
 * for: of thousands of wheels that are looked at, a hundred are chosen.
 */
public final class WheelFile {

    private final WheelName name;
    private final String address;
    private final String sha256;
    private final long size;
    private final Specifiers requiresPython;
    private final String yanked;
    private final String uploaded;
    private final String metadata;
    private final String index;
    private volatile URI url;

    /**
     * Makes a wheel of its values.
     *
     * @param name its file name, parsed (PEP 427)
     * @param address where it lies, without user info; an absolute URI
     * @param sha256 64 lower-case hex digits, or empty where the index gives none
     * @param size in bytes, or -1 where the index does not say
     * @param requiresPython the index's Requires-Python, {@link Specifiers#ANY} where it gives none
     * @param yanked null where it is not yanked (PEP 592), else the reason, possibly empty
     * @param uploaded PEP 700 upload time as the index wrote it, or empty
     * @param metadata how the metadata can be had: {@code sha256=…} or {@code true} as PEP 658 says, or empty
     * @param index the id of the index it came from
     */
    public WheelFile(
            WheelName name,
            String address,
            String sha256,
            long size,
            Specifiers requiresPython,
            String yanked,
            String uploaded,
            String metadata,
            String index) {
        this.name = name;
        this.address = address;
        this.sha256 = sha256;
        this.size = size;
        this.requiresPython = requiresPython;
        this.yanked = yanked;
        this.uploaded = uploaded;
        this.metadata = metadata;
        this.index = index;
    }

    /** Makes a wheel whose address is parsed already. */
    public WheelFile(
            WheelName name,
            URI url,
            String sha256,
            long size,
            Specifiers requiresPython,
            String yanked,
            String uploaded,
            String metadata,
            String index) {
        this(name, url.toString(), sha256, size, requiresPython, yanked, uploaded, metadata, index);
        this.url = url;
    }

    public WheelName name() {
        return name;
    }

    /** Tells where it lies, as text. */
    public String address() {
        return address;
    }

    /** Tells where it lies. */
    public URI url() {
        URI known = url;
        if (known == null) {
            known = URI.create(address);
            url = known;
        }
        return known;
    }

    public String sha256() {
        return sha256;
    }

    public long size() {
        return size;
    }

    public Specifiers requiresPython() {
        return requiresPython;
    }

    /** Gives the reason why it is yanked, possibly empty; null where it is not. */
    public String yanked() {
        return yanked;
    }

    public boolean isYanked() {
        return yanked != null;
    }

    public String uploaded() {
        return uploaded;
    }

    public String metadata() {
        return metadata;
    }

    public String index() {
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof WheelFile wheel
                        && name.equals(wheel.name)
                        && address.equals(wheel.address)
                        && sha256.equals(wheel.sha256)
                        && size == wheel.size
                        && requiresPython.equals(wheel.requiresPython)
                        && Objects.equals(yanked, wheel.yanked)
                        && uploaded.equals(wheel.uploaded)
                        && metadata.equals(wheel.metadata)
                        && index.equals(wheel.index);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return name.fileName() + " at " + address;
    }
}
