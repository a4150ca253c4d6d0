package dev.airgap.hub.format;

import java.util.HashMap;
import java.util.Map;

/** Names the element types of safetensors, and how many bits each takes. */
enum Dtype {
    BOOL(8),
    F4(4),
    F6_E2M3(6),
    F6_E3M2(6),
    U8(8),
    I8(8),
    F8_E5M2(8),
    F8_E4M3(8),
    F8_E8M0(8),
    F8_E4M3FNUZ(8),
    F8_E5M2FNUZ(8),
    I16(16),
    U16(16),
    F16(16),
    BF16(16),
    I32(32),
    U32(32),
    F32(32),
    C64(64),
    F64(64),
    I64(64),
    U64(64);

    private static final Map<String, Dtype> NAMES = new HashMap<>();

    static {
        for (Dtype dtype : values()) {
            NAMES.put(dtype.name(), dtype);
        }
    }

    private final int bits;

    Dtype(int bits) {
        this.bits = bits;
    }

    int bits() {
        return bits;
    }

    /** Finds a type by its name; null where there is none. */
    static Dtype of(String name) {
        return NAMES.get(name);
    }
}
