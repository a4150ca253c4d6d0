package dev.airgap.lock;

/**
 * Pins what a target is.
 *
 * @param id its id
 * @param python X.Y or X.Y.Z where the patch release is known
 * @param platform the platform tag, {@code manylinux_2_36_x86_64}
 * @param digest sha256 over its tags and marker values, hex
 */
public record LockedTarget(String id, String python, String platform, String digest) {

    public LockedTarget {
        Rules.targetId(id);
        Rules.version(python);
        Rules.word("a platform", platform);
        Rules.hex("a target's digest", digest, 64);
    }
}
