package dev.airgap.hub.format;

/** Names ONNX's element types by their numbers, and how many bits each takes in raw data. */
enum OnnxType {
    UNDEFINED(0),
    FLOAT(32),
    UINT8(8),
    INT8(8),
    UINT16(16),
    INT16(16),
    INT32(32),
    INT64(64),
    STRING(0),
    BOOL(8),
    FLOAT16(16),
    DOUBLE(64),
    UINT32(32),
    UINT64(64),
    COMPLEX64(64),
    COMPLEX128(128),
    BFLOAT16(16),
    FLOAT8E4M3FN(8),
    FLOAT8E4M3FNUZ(8),
    FLOAT8E5M2(8),
    FLOAT8E5M2FNUZ(8),
    UINT4(4),
    INT4(4),
    FLOAT4E2M1(4),
    FLOAT8E8M0(8),
    UINT2(2),
    INT2(2),
    /** How six bits are packed is not relied on. */
    FLOAT6E2M3(0),
    FLOAT6E3M2(0);

    private static final OnnxType[] NUMBERS = values();

    private final int bits;

    OnnxType(int bits) {
        this.bits = bits;
    }

    /** Gives the bits of an element, or 0 where they say nothing of the bytes. */
    int bits() {
        return bits;
    }

    /** Finds a type by its number; null where it is of later days. */
    static OnnxType of(long number) {
        return number >= 0 && number < NUMBERS.length ? NUMBERS[(int) number] : null;
    }
}
