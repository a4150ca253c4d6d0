package dev.airgap.http;

import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Is an answer of headers alone: a server on loopback writes a Date of its own.
 *
 * @param headers gives the value of a header, null where there is none
 */
public record HeaderReply(UnaryOperator<String> headers) implements Reply {

    /** Answers with names and values in turn. */
    public static HeaderReply of(String... pairs) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
        return new HeaderReply(headers::get);
    }

    /** Answers with one value for every header. */
    public static HeaderReply always(String value) {
        return new HeaderReply(name -> value);
    }

    @Override
    public int status() {
        return 200;
    }

    @Override
    public URI url() {
        return URI.create("https://host.example/");
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    @Override
    public InputStream body() {
        return InputStream.nullInputStream();
    }

    @Override
    public long length() {
        return 0;
    }

    @Override
    public byte[] bytes(int limit) {
        return new byte[0];
    }

    @Override
    public void close() {}
}
