package dev.airgap.store;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps what has arrived of a blob, and beside it the address and ETag it came with. To be used under the blob's lock.
 * Its bytes lie in a row from the first, unless it was scattered: then a third file says which are there.
 */
final class Partial implements Closeable {

    private final Path file;
    private final Path note;
    private final Path scattered;
    private final FileChannel channel;
    private Spans spans;
    private SpanFile spanFile;

    private Partial(Path file) throws IOException {
        this.file = file;
        this.note = file.resolveSibling(file.getFileName() + ".etag");
        this.scattered = file.resolveSibling(file.getFileName() + ".spans");
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (Files.exists(scattered)) {
            spans = SpanFile.read(scattered, channel.size());
            spanFile = SpanFile.open(scattered);
        }
    }

    static Partial open(Path folder, String key) throws IOException {
        Files.createDirectories(folder);
        return new Partial(folder.resolve(key));
    }

    long length() throws IOException {
        return channel.size();
    }

    /** Tells how many bytes lie in a row from the first one on. */
    long front() throws IOException {
        return spans == null ? channel.size() : spans.end(0);
    }

    /** Tells how many bytes a killed process has left of a file, of which some may be missing in between. */
    static long left(Path folder, String key) throws IOException {
        Path file = folder.resolve(key);
        Path scattered = file.resolveSibling(file.getFileName() + ".spans");
        long length = Files.size(file);
        return Files.exists(scattered) ? SpanFile.read(scattered, length).sum() : length;
    }

    /** Tells how many bytes are there. */
    long there() throws IOException {
        return spans == null ? channel.size() : spans.sum();
    }

    boolean isScattered() {
        return spans != null;
    }

    /** Gives what is there; null before it was scattered. */
    Spans spans() {
        return spans;
    }

    /** Allows for bytes that are written out of their order. */
    void scatter() throws IOException {
        if (spans != null) {
            return;
        }
        long front = channel.size();
        spanFile = SpanFile.open(scattered);
        spans = new Spans();
        if (front > 0) {
            spanFile.add(0, front);
            spans.add(0, front);
        }
    }

    /** Gives the ETag noted for an address, which a different address's server could not know. */
    Optional<String> etag(URI url) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(note), StandardCharsets.UTF_8);
        String mark = mark(url) + " ";
        return text.startsWith(mark) ? Optional.of(text.substring(mark.length())) : Optional.empty();
    }

    /** Notes the ETag of what comes next, or forgets the former one. */
    void note(URI url, Optional<String> etag) throws IOException {
        if (etag.isEmpty()) {
            Files.deleteIfExists(note);
        } else {
            Files.write(note, (mark(url) + " " + etag.get()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Hashes the address: signed ones are secrets. */
    private static String mark(URI url) {
        return HexFormat.of()
                .formatHex(Check.digest("SHA-256").digest(url.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads what lies at an offset, at most so much; 0 at the end. */
    int read(byte[] buffer, int length, long offset) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(buffer, 0, length);
        while (data.hasRemaining()) {
            if (channel.read(data, offset + data.position()) < 0) {
                break;
            }
        }
        return data.position();
    }

    void write(byte[] buffer, int length, long offset) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(buffer, 0, length);
        while (data.hasRemaining()) {
            channel.write(data, offset + data.position());
        }
        if (spans != null && length > 0) {
            spanFile.add(offset, offset + length);
            spans.add(offset, offset + length);
        }
    }

    /** Forgets all content. */
    void clear() throws IOException {
        // First what says that bytes are there.
        forgetSpans();
        channel.truncate(0);
        Files.deleteIfExists(note);
    }

    private void forgetSpans() throws IOException {
        if (spanFile != null) {
            spanFile.close();
        }
        spanFile = null;
        spans = null;
        Files.deleteIfExists(scattered);
    }

    /** Drops content and files. */
    void drop() throws IOException {
        clear();
        close();
        Files.deleteIfExists(file);
    }

    /** Moves the whole file to its place. */
    void commit(Path target) throws IOException {
        close();
        Files.createDirectories(target.getParent());
        AtomicFile.move(file, target);
        Files.deleteIfExists(note);
        forgetSpans();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (spanFile != null) {
            spanFile.close();
        }
    }
}
