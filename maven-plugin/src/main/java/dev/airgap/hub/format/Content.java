package dev.airgap.hub.format;

import dev.airgap.hub.WeightFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells what a file is by its first bytes, which every loader of weights goes by. */
final class Content {

    private static final int START = 1 << 14;
    private static final byte[] TORCH = {
        (byte) 0x80,
        2,
        (byte) 0x8a,
        10,
        0x6c,
        (byte) 0xfc,
        (byte) 0x9c,
        0x46,
        (byte) 0xf9,
        0x20,
        0x6a,
        (byte) 0xa8,
        0x50,
        0x19
    };

    private final FileBytes file;
    private final byte[] start;

    private Content(FileBytes file, byte[] start) {
        this.file = file;
        this.start = start;
    }

    /** Tells the kind; never null, its format is where nothing is recognised. */
    static WeightKind kind(FileBytes file) throws IOException {
        file.seek(0);
        return new Content(file, file.upTo(START)).kind();
    }

    /** Tells whether a file is the note that Git LFS leaves in place of a file that was not fetched. */
    static boolean isPointer(FileBytes file) throws IOException {
        file.seek(0);
        return new Content(file, file.upTo(64)).has(0, "version https://git-lfs.github.com/spec/");
    }

    private WeightKind kind() throws IOException {
        if (start.length == 0) {
            return WeightKind.data(null, "an empty file");
        }
        if (has(0, "PK\u0003\u0004") || has(0, "PK\u0005\u0006")) {
            return ZipNames.kind(file).kind();
        }
        if (has(0, "GGUF")) {
            return GgufHeader.KIND;
        }
        for (String magic : new String[] {"lmgg", "tjgg", "fmgg", "algg"}) {
            if (has(0, magic)) {
                return WeightKind.data(WeightFormat.GGML, "it begins as a GGML file does");
            }
        }
        if (SafetensorsHeader.begins(file)) {
            return SafetensorsHeader.KIND;
        }
        if (has(0, "\u0089HDF\r\n\u001a\n")) {
            return WeightKind.code(WeightFormat.TENSORFLOW, "an HDF5 file: of Keras, Lambda layers in it are code");
        }
        if (has(4, "TFL3")) {
            return WeightKind.data(WeightFormat.TFLITE, "it has the mark of TensorFlow Lite");
        }
        if (NumpyHeader.begins(start)) {
            return NumpyHeader.isPlain(new ByteArrayInputStream(start))
                    ? WeightKind.data(null, "a NumPy array of numbers")
                    : WeightKind.code(
                            WeightFormat.PICKLE, "a NumPy array that is not of numbers alone: objects are pickles");
        }
        WeightKind pickle = pickle();
        if (pickle != null) {
            return pickle;
        }
        return OnnxHeader.is(file) ? OnnxHeader.KIND : WeightKind.data(null, "nothing that is recognised");
    }

    private WeightKind pickle() throws IOException {
        if (Arrays.equals(start, 0, Math.min(start.length, TORCH.length), TORCH, 0, TORCH.length)) {
            return WeightKind.code(WeightFormat.PICKLE, "a pickle, as torch.save wrote it before torch 1.6");
        }
        file.seek(0);
        if (PickleOpcodes.begin(file, file.size())) {
            return WeightKind.code(WeightFormat.PICKLE, "a pickle");
        }
        if (has(257, "ustar")) {
            return WeightKind.unopened(WeightFormat.PICKLE, "a tar archive, as torch and NeMo put pickles into it");
        }
        boolean packed = has(0, "\u001f\u008b")
                || has(0, "BZh")
                || has(0, "\u00fd7zXZ")
                || has(0, "]\0\0")
                || has(0, "\u0004\"M\u0018")
                || isZlib();
        return packed
                ? WeightKind.unopened(
                        WeightFormat.PICKLE, "a packed stream, as joblib packs pickles; it is not looked into")
                : null;
    }

    /** Tells whether a zlib stream begins here (RFC 1950, 2.2), as Python's zlib writes it. */
    private boolean isZlib() {
        return start.length > 2
                && start[0] == 0x78
                && ((start[0] << 8 | start[1] & 0xff) % 31 == 0)
                && (start[1] & 0x20) == 0;
    }

    private boolean has(int at, String bytes) {
        byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return start.length >= at + wanted.length
                && Arrays.equals(start, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
