package dev.airgap.index;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Holds a server on loopback, and the visitor that asks it as builds do. */
abstract class IndexCase<S extends AutoCloseable> {

    @TempDir
    Path folder;

    S server;
    Visitor visitor;

    /** Starts the server of the case. */
    abstract S open();

    @BeforeEach
    final void start() {
        server = open();
        visitor = new Visitor(folder);
    }

    @AfterEach
    final void stop() throws Exception {
        visitor.close();
        server.close();
    }
}
