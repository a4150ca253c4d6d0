package dev.airgap.python;

/** Holds one compatibility tag (PEP 425), lower case: {@code cp311-cp311-manylinux_2_17_x86_64}. */
public record Tag(String interpreter, String abi, String platform) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Tag tag
                && interpreter.equals(tag.interpreter)
                && abi.equals(tag.abi)
                && platform.equals(tag.platform);
    }

    @Override
    public int hashCode() {
        return (interpreter.hashCode() * 31 + abi.hashCode()) * 31 + platform.hashCode();
    }

    @Override
    public String toString() {
        return interpreter + '-' + abi + '-' + platform;
    }
}
