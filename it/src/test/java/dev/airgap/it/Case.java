package dev.airgap.it;

import dev.airgap.testkit.Certificates;
import dev.airgap.testkit.DeployServer;
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
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;

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
    private final Map<String, String> environment = new TreeMap<>();

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
     * Sets a variable of Maven's environment, or unsets it where the value is null. The case's invoker.properties must
     * say {@code invoker.mavenExecutable = mvn-env}: a script written here, since invoker.properties are read too early.
     */
    public Case environment(String name, String value, Path mavenHome) {
        environment.put(name, value);
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        environment.forEach((n, v) -> script.append(v == null ? "unset " + n : "export " + n + "='" + v + "'")
                .append('\n'));
        script.append("exec '").append(mavenHome.resolve("bin/mvn")).append("' \"$@\"\n");
        write("mvn-env", script.toString());
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
    private <T extends AutoCloseable> T start(
            String name, Starter<T> starter, java.util.function.Function<T, String> address) {
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
