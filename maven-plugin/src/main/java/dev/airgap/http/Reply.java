package dev.airgap.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** Holds an answer; closing it frees the connection. */
public interface Reply extends Closeable {

    int status();

    /** Gives the address that answered at last, after redirects. */
    URI url();

    /** Gives a header's first value, whatever its case. */
    Optional<String> header(String name);

    /** Streams the body, decoded where the transport itself had asked for an encoding. */
    InputStream body() throws IOException;

    /** Tells the body's length in bytes, or -1. */
    long length();

    /** Reads the whole body, refusing more than the limit in bytes. */
    byte[] bytes(int limit) throws IOException;

    @Override
    void close();
}
