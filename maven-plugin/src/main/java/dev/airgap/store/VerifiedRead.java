package dev.airgap.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Reads an entry once, hashing what it passes on. */
final class VerifiedRead {

    private static final int BUFFER = 256 * 1024;

    private final FileChannel from;
    private final Entry entry;

    VerifiedRead(FileChannel from, Entry entry) {
        this.from = from;
        this.entry = entry;
    }

    /** Passes all bytes to the tee, if there is one; tells whether they were the right ones. */
    boolean into(Tee tee) throws IOException {
        MessageDigest sha256 = Check.digest("SHA-256");
        byte[] array = new byte[(int) Math.max(1, Math.min(BUFFER, entry.size()))];
        long offset = 0;
        while (offset < entry.size()) {
            int count = from.read(ByteBuffer.wrap(array));
            if (count < 0) {
                return false;
            }
            sha256.update(array, 0, count);
            if (tee != null) {
                tee.write(offset, ByteBuffer.wrap(array, 0, count));
            }
            offset += count;
        }
        return HexFormat.of().formatHex(sha256.digest()).equals(entry.sha256());
    }
}
