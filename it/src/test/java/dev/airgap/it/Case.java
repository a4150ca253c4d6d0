package dev.airgap.it;

import dev.airgap.testkit.Certificates;
import dev.airgap.testkit.DeployServer;
import dev.airgap.testkit.Hashes;
import dev.airgap.testkit.HubServer;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.ProxyServer;
import dev.airgap.testkit.SimpleIndexServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds what a case needs between its two hooks: servers on loopback, started when first asked for and named to Maven
 * by {@code -Dit.index}, {@code -Dit.hub} and so on, a store of its own, and the log and files to look at afterwards.
 */
public final class Case {
    private static final String KEY = "case";

    private final Path folder;
    private final Properties user;
    private final Map<String, Object> servers = new HashMap<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Case(Path folder, Properties user) {
        this.folder = folder;
        this.user = user;
    }

    /** Begins a case; for {@code setup.groovy}. */
    public static Case begin(File basedir, Map<String, Object> context) {
        Case begun = new Case(basedir.toPath(), (Properties) context.get("userProperties"));
        context.put(KEY, begun);
        return begun.property("airgap.store", begun.path("store").toString());
    }

    /** Finds the case that was begun; for {@code verify.groovy}. */
    public static Case of(Map<String, Object> context) {
        return (Case) context.get(KEY);
    }

    /** Judges the case, and stops its servers whatever comes out; true, as a hook must end. */
    public boolean end(Consumer<Case> judge) throws Exception {
        try {
            judge.accept(this);
            return true;
        } finally {
            while (!open.isEmpty()) {
                open.pop().close();
            }
        }
    }

    /** Sets a property on Maven's command line. */
    public Case property(String name, String value) {
        user.setProperty(name, value);
        return this;
    }

    /**
     * Writes the script that starts Maven, with lines of shell that come first: variables that hold a port, a umask. The
     * case's invoker.properties must say {@code invoker.mavenExecutable = mvn-env}; they are themselves read too early.
     */
    public Case launcher(String mavenHome, String... lines) {
        write("mvn-env", "#!/bin/sh\n" + String.join("\n", lines) + "\nexec '" + mavenHome + "/bin/mvn' \"$@\"\n");
        if (!path("mvn-env").toFile().setExecutable(true)) {
            throw new IllegalStateException("mvn-env can't be made executable");
        }
        return this;
    }

    /** Starts the case's index, named {@code it.index}. */
    public SimpleIndexServer index() {
        return start("index", SimpleIndexServer::start, index -> index.url().toString());
    }

    /** Starts the case's hub, named {@code it.hub}. */
    public HubServer hub() {
        return start("hub", HubServer::start, HubServer::endpoint);
    }

    /** Starts a plain server, named {@code it.server}. */
    public LoopbackServer server() {
        return start("server", LoopbackServer::start, LoopbackServer::origin);
    }

    /** Starts a proxy, whose port is named {@code it.proxy}. */
    public ProxyServer proxy() {
        return start("proxy", ProxyServer::start, proxy -> Integer.toString(proxy.port()));
    }

    /** Starts a Maven repository that wants {@code deployer} with {@code s3cret}, named {@code it.deploy}. */
    public DeployServer deploy() {
        return start("deploy", () -> DeployServer.start(path("deployed"), "deployer", "s3cret"), DeployServer::url);
    }

    /** Makes a private CA in the case's folder. */
    public Certificates certificates() {
        return Certificates.in(path("certificates"));
    }

    /** Starts the case's index on HTTPS below a private CA, named {@code it.index}. */
    public SimpleIndexServer secureIndex() {
        return start(
                "index",
                () -> SimpleIndexServer.start(certificates()),
                index -> index.url().toString());
    }

    private interface Starter<T extends AutoCloseable> {
        T start();
    }

    @SuppressWarnings("unchecked")
    private <T extends AutoCloseable> T start(String name, Starter<T> starter, Function<T, String> address) {
        return (T) servers.computeIfAbsent(name, n -> {
            T server = starter.start();
            open.push(server);
            property("it." + n, address.apply(server));
            return server;
        });
    }

    /** Resolves a path against the case's folder. */
    public Path path(String relative) {
        return folder.resolve(relative);
    }

    /** Writes a file into the case's folder. */
    public Path write(String relative, String text) {
        try {
            Path file = path(relative);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text file of the case's folder. */
    public String read(String relative) {
        try {
            return Files.readString(path(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file or a folder of the case's folder, where it is there. */
    public Case delete(String relative) {
        try (var found = Files.exists(path(relative)) ? Files.walk(path(relative)) : Stream.<Path>empty()) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Gives the SHA-256 of a file of the case's folder, in hex. */
    public String sha256(String relative) {
        try {
            return Hashes.sha256(Files.readAllBytes(path(relative)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a tar of the case's folder. */
    public Tar tar(String relative) {
        return Tar.read(path(relative));
    }

    /** Gives the log of all of the case's Maven runs. */
    public Log log() {
        return new Log(read("build.log"));
    }

    /** Gives the log of one of the case's Maven runs, counted from 1. */
    public Log log(int run) {
        return log().run(run);
    }
}
