package dev.airgap.testkit;

/**
 * Says how an index lists a file.
 *
 * @param wheel the file
 * @param hash whether its sha256 is told
 * @param wrongHash whether the told sha256 is wrong
 * @param metadata whether METADATA is served beside it (PEP 658)
 * @param size whether JSON tells its size
 * @param yanked null where it is not yanked, else the reason, which may be empty
 * @param uploadTime null or RFC 3339
 */
public record Listing(
        Wheel wheel,
        boolean hash,
        boolean wrongHash,
        boolean metadata,
        boolean size,
        String yanked,
        String uploadTime) {

    /** Lists a wheel with all that an index can tell of it. */
    public static Listing of(Wheel wheel) {
        return new Listing(wheel, true, false, true, true, null, null);
    }

    public Listing withoutHash() {
        return new Listing(wheel, false, wrongHash, metadata, size, yanked, uploadTime);
    }

    public Listing withWrongHash() {
        return new Listing(wheel, true, true, metadata, size, yanked, uploadTime);
    }

    public Listing withoutMetadata() {
        return new Listing(wheel, hash, wrongHash, false, size, yanked, uploadTime);
    }

    public Listing withoutSize() {
        return new Listing(wheel, hash, wrongHash, metadata, false, yanked, uploadTime);
    }

    public Listing yanked(String reason) {
        return new Listing(wheel, hash, wrongHash, metadata, size, reason, uploadTime);
    }

    public Listing uploaded(String time) {
        return new Listing(wheel, hash, wrongHash, metadata, size, yanked, time);
    }

    String toldSha256() {
        return wrongHash ? "0".repeat(64) : wheel.sha256();
    }
}
