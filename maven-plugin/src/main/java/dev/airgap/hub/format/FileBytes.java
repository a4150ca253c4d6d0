package dev.airgap.hub.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads numbers and texts of a file from a place that moves on, little-endian; what is skipped is never read. Nothing
 * is read beyond the file's end as it was when it was opened.
 */
final class FileBytes implements Closeable {

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(1 << 14).order(ByteOrder.LITTLE_ENDIAN);
    /** Where in the file the window ends. */
    private long end;

    private FileBytes(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
        window.limit(0);
    }

    /** Opens a regular file: a pipe could hold its reader for ever. */
    static FileBytes open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new HeaderException("it is no regular file");
        }
        FileChannel channel = FileChannel.open(file);
        return new FileBytes(channel, channel.size());
    }

    long size() {
        return size;
    }

    long position() {
        return end - window.remaining();
    }

    long remaining() {
        return size - position();
    }

    void seek(long position) throws IOException {
        if (position < 0 || position > size) {
            throw new HeaderException("it names the byte " + Long.toUnsignedString(position) + " and has " + size);
        }
        long start = end - window.limit();
        if (position >= start && position <= end) {
            window.position((int) (position - start));
        } else {
            window.limit(0);
            end = position;
        }
    }

    /**
     * Moves on without reading.
     *
     * @param count read as unsigned, as formats write it
     */
    void skip(long count) throws IOException {
        if (count < 0 || count > remaining()) {
            throw new HeaderException("at byte " + position() + " it says that " + Long.toUnsignedString(count)
                    + " bytes follow, and has " + remaining());
        }
        seek(position() + count);
    }

    int u8() throws IOException {
        need(1);
        return window.get() & 0xff;
    }

    int i32() throws IOException {
        need(4);
        return window.getInt();
    }

    long u32() throws IOException {
        return Integer.toUnsignedLong(i32());
    }

    long i64() throws IOException {
        need(8);
        return window.getLong();
    }

    /** Reads that many bytes, which the caller has bounded. */
    byte[] bytes(int count) throws IOException {
        if (count > remaining()) {
            throw ended();
        }
        byte[] bytes = new byte[count];
        int have = 0;
        while (have < count) {
            need(1);
            int part = Math.min(window.remaining(), count - have);
            window.get(bytes, have, part);
            have += part;
        }
        return bytes;
    }

    /** Reads up to that many bytes, fewer at the end of the file. */
    byte[] upTo(int count) throws IOException {
        return bytes((int) Math.min(count, remaining()));
    }

    /**
     * Reads a text in UTF-8.
     *
     * @param length in bytes, as the file has it
     * @param most what is allowed
     * @param what the text's part in the format, for the sentence
     */
    String text(long length, int most, String what) throws IOException {
        if (length < 0 || length > most) {
            throw new HeaderException("it has " + what + " of " + Long.toUnsignedString(length)
                    + " bytes, where no more than " + most + " are allowed");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes((int) length)))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new HeaderException("it has " + what + " that is no UTF-8", malformed);
        }
    }

    /** Reads on as a stream that ends at a place of the file. */
    InputStream until(long last) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return position() >= last ? -1 : u8();
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                if (count == 0) {
                    return 0;
                }
                if (position() >= last) {
                    return -1;
                }
                need(1);
                int part = (int) Math.min(Math.min(window.remaining(), count), last - position());
                window.get(into, from, part);
                return part;
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void need(int count) throws IOException {
        if (window.remaining() >= count) {
            return;
        }
        if (remaining() < count) {
            throw ended();
        }
        window.compact();
        while (window.position() < count) {
            int read = channel.read(window, end);
            if (read < 0) {
                throw new HeaderException("it became shorter while it was read");
            }
            end += read;
        }
        window.flip();
        if (end > size) {
            window.limit(window.limit() - (int) (end - size));
            end = size;
        }
    }

    private HeaderException ended() {
        return new HeaderException("it ends in the middle, after " + size + " bytes");
    }
}
