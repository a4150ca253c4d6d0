package dev.airgap.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands for a Maven repository that is deployed to: PUT with Basic credentials into a folder, GET from it. */
public final class DeployServer implements AutoCloseable {
    private final LoopbackServer server;

    private DeployServer(LoopbackServer server) {
        this.server = server;
    }

    /** Starts a repository at {@code /repository/} that keeps what it gets in a folder. */
    public static DeployServer start(Path folder, String user, String password) {
        LoopbackServer server = LoopbackServer.start();
        Path root = folder.toAbsolutePath().normalize();
        server.demandBasic("/repository/", user, password).folder("/repository/", root);
        server.route("/repository/*", request -> request.method().equals("PUT") ? put(root, request) : null);
        return new DeployServer(server);
    }

    private static Answer put(Path root, Request request) {
        Path file =
                root.resolve(request.path().substring("/repository/".length())).normalize();
        if (!file.startsWith(root)) {
            return Answer.of(400, "outside\n");
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, request.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.of(201, "");
    }

    /** Gives the repository's address, with a slash at its end. */
    public String url() {
        return server.origin() + "/repository/";
    }

    public LoopbackServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
