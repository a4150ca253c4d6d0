package dev.airgap.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps beside a partial file which of its bytes are there, a line for each write and always after it: a killed process
 * loses no more than what it was writing.
 */
final class SpanFile implements Closeable {

    private final FileChannel channel;

    private SpanFile(FileChannel channel) {
        this.channel = channel;
    }

    static SpanFile open(Path file) throws IOException {
        return new SpanFile(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Reads what the file says of the first so many bytes; what makes no sense, such as a half written line, says nothing. */
    static Spans read(Path file, long length) throws IOException {
        Spans spans = new Spans();
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            String line = text.substring(from, end);
            int space = line.indexOf(' ');
            long first = space < 0 ? -1 : ContentRange.number(line.substring(0, space));
            long last = space < 0 ? -1 : ContentRange.number(line.substring(space + 1));
            if (first >= 0 && last > first && last <= length) {
                spans.add(first, last);
            }
            from = end + 1;
        }
        return spans;
    }

    synchronized void add(long from, long to) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((from + " " + to + "\n").getBytes(StandardCharsets.US_ASCII));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
