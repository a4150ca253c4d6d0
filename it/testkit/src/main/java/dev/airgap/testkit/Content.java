package dev.airgap.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds what an answer sends: bytes of a known length that can be written from any offset. */
public interface Content {

    /** Tells the length in bytes. */
    long length();

    /** Writes {@code count} bytes from the offset {@code from}; the caller keeps both inside the length. */
    void write(OutputStream out, long from, long count) throws IOException;

    /** Wraps bytes. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void write(OutputStream out, long from, long count) throws IOException {
                out.write(bytes, (int) from, (int) count);
            }
        };
    }

    /** Wraps text as UTF-8. */
    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Wraps a file, read anew for each answer. */
    static Content of(Path file) {
        return new Content() {
            @Override
            public long length() {
                try {
                    return Files.size(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void write(OutputStream out, long from, long count) throws IOException {
                try (InputStream in = Files.newInputStream(file)) {
                    in.skipNBytes(from);
                    byte[] buffer = new byte[1 << 16];
                    long left = count;
                    while (left > 0) {
                        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                        if (n < 0) {
                            throw new IOException(file + " ended early");
                        }
                        out.write(buffer, 0, n);
                        left -= n;
                    }
                }
            }
        };
    }

    /** Makes a body of any length that needs no disk and no memory: the byte at each offset follows from the offset. */
    static Content pattern(long length) {
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void write(OutputStream out, long from, long count) throws IOException {
                byte[] buffer = new byte[1 << 16];
                long at = from;
                long end = from + count;
                while (at < end) {
                    int n = (int) Math.min(buffer.length, end - at);
                    for (int i = 0; i < n; i++) {
                        long offset = at + i;
                        buffer[i] = (byte) (offset * 31 + (offset >>> 8) * 7 + (offset >>> 16));
                    }
                    out.write(buffer, 0, n);
                    at += n;
                }
            }
        };
    }

    /** Gives all bytes; for contents that fit into memory. */
    default byte[] bytes() {
        try {
            var all = new ByteArrayOutputStream((int) length());
            write(all, 0, length());
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
