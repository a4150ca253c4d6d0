package dev.airgap.testkit;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Serves HTTP or HTTPS on a free port of 127.0.0.1 until closed, remembers every request, and misbehaves on request.
 * Routes, demands and troubles may be added at any time; the route added last wins.
 */
public final class LoopbackServer implements AutoCloseable {

    static {
        // Without it the JDK's server waits for a delayed ACK: 40 ms an answer. Read once, when the first server
        // starts.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private record Route(Glob glob, Function<Request, Answer> handler) {}

    private record Demand(String prefix, String header, String challenge, String expected) {}

    private record Strike(Glob glob, Trouble trouble) {}

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService pool;
    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final List<Demand> demands = new CopyOnWriteArrayList<>();
    private final List<Strike> strikes = new CopyOnWriteArrayList<>();
    private final List<Seen> log = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    private LoopbackServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "loopback-" + port() + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        Delivery delivery = new Delivery(this::answer, log, running, peak);
        server.createContext("/", delivery);
        server.setExecutor(pool);
        server.start();
    }

    /** Starts a server on plain HTTP. */
    public static LoopbackServer start() {
        return start(0);
    }

    /** Starts a server on plain HTTP at a port; 0 takes a free one. */
    public static LoopbackServer start(int port) {
        try {
            return new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback(), port), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server on HTTPS with a certificate of a private CA. */
    public static LoopbackServer start(Certificates certificates) {
        try {
            HttpsServer https = HttpsServer.create(new InetSocketAddress(loopback(), 0), 0);
            https.setHttpsConfigurator(new HttpsConfigurator(certificates.serverContext()));
            return new LoopbackServer(https, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Gives the origin, such as {@code http://127.0.0.1:41234}, without a slash at its end. */
    public String origin() {
        return scheme + "://127.0.0.1:" + port();
    }

    /** Gives an address on this server; the path starts with a slash and is encoded already. */
    public URI url(String path) {
        return URI.create(origin() + path);
    }

    /** Answers paths that match a pattern ({@code *} is any text) by a function; null from it means 404. */
    public LoopbackServer route(String glob, Function<Request, Answer> handler) {
        routes.add(0, new Route(new Glob(glob), handler));
        return this;
    }

    /** Answers one path always alike. */
    public LoopbackServer serve(String path, Answer answer) {
        return route(path, request -> answer);
    }

    /** Serves bytes as a file: ranges, an ETag from their hash, Last-Modified. */
    public LoopbackServer file(String path, byte[] bytes) {
        return serve(path, fileAnswer(Content.of(bytes), Hashes.sha256(bytes).substring(0, 32)));
    }

    /** Serves a content as a file under an ETag. */
    public LoopbackServer file(String path, Content content, String etag) {
        return serve(path, fileAnswer(content, etag));
    }

    /** Serves a folder's files below a prefix, as they are at the time of asking. */
    public LoopbackServer folder(String prefix, Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        return route(prefix + "*", request -> {
            Path file = root.resolve(request.path().substring(prefix.length())).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return null;
            }
            try {
                String etag =
                        Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
                return fileAnswer(Content.of(file), etag);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Answer fileAnswer(Content content, String etag) {
        return Answer.of(200, content)
                .with("Content-Type", "application/octet-stream")
                .with("Last-Modified", "Tue, 01 Jan 2019 00:00:00 GMT")
                .withEtag(etag);
    }

    /** Redirects matching paths to another origin, keeping path and query. */
    public LoopbackServer redirect(String glob, int status, String origin) {
        return route(
                glob,
                request -> Answer.redirect(
                        status,
                        URI.create(origin
                                + Paths.encode(request.path())
                                + (request.query().isEmpty() ? "" : "?" + request.query()))));
    }

    /** Demands Basic credentials below a path prefix. */
    public LoopbackServer demandBasic(String prefix, String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        demands.add(new Demand(
                prefix,
                "Authorization",
                "Basic realm=\"loopback\"",
                "Basic " + Base64.getEncoder().encodeToString(pair)));
        return this;
    }

    /** Demands a bearer token below a path prefix. */
    public LoopbackServer demandBearer(String prefix, String token) {
        demands.add(new Demand(prefix, "Authorization", "Bearer realm=\"loopback\"", "Bearer " + token));
        return this;
    }

    /** Demands a header of another name than Authorization, as GitLab and Artifactory take their tokens. */
    public LoopbackServer demandHeader(String prefix, String name, String value) {
        demands.add(new Demand(prefix, name, "Basic realm=\"loopback\"", value));
        return this;
    }

    /** Lets trouble strike matching paths; several troubles of one path strike together. */
    public LoopbackServer trouble(String glob, Trouble trouble) {
        strikes.add(new Strike(new Glob(glob), trouble));
        return this;
    }

    /** Ends all trouble. */
    public LoopbackServer peace() {
        strikes.clear();
        return this;
    }

    /** Gives all requests so far, in the order in which they were answered. */
    public List<Seen> log() {
        return List.copyOf(log);
    }

    /** Gives the requests whose paths match. */
    public List<Seen> log(String glob) {
        Glob wanted = new Glob(glob);
        return log.stream().filter(seen -> wanted.matches(seen.path())).toList();
    }

    public LoopbackServer clearLog() {
        log.clear();
        return this;
    }

    /** Tells the highest number of requests that were answered at the same time. */
    public int peak() {
        return peak.get();
    }

    private Planned answer(Request asked) {
        Request request = asked;
        List<Trouble> struck = strikes.stream()
                .filter(s -> s.glob().matches(asked.path()))
                .map(Strike::trouble)
                .filter(t -> t.strikes(asked))
                .toList();
        for (Trouble trouble : struck) {
            request = trouble.before(request);
        }
        Answer answer = refused(request);
        if (answer == null) {
            answer = routed(request);
        }
        for (Trouble trouble : struck) {
            answer = trouble.after(answer);
        }
        return Planned.of(request, answer);
    }

    private Answer refused(Request request) {
        for (Demand demand : demands) {
            if (request.path().startsWith(demand.prefix())
                    && !request.header(demand.header()).orElse("").equals(demand.expected())) {
                return Answer.of(401, "401 Unauthorized\n").with("WWW-Authenticate", demand.challenge());
            }
        }
        return null;
    }

    private Answer routed(Request request) {
        for (Route route : routes) {
            if (route.glob().matches(request.path())) {
                Answer answer = route.handler().apply(request);
                if (answer != null) {
                    return answer;
                }
            }
        }
        return Answer.notFound();
    }

    /** Stops at once: requests under way are cut. */
    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
    }
}
