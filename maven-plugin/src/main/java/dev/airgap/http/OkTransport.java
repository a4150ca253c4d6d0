package dev.airgap.http;

import dev.airgap.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Speaks HTTP by okhttp. Redirects are followed here and not by okhttp, since each hop must pass the same gate and be
 * given its own credentials.
 */
public final class OkTransport implements Transport {

    private static final int MOST_HOPS = 10;

    /** Retries of a host that can't be reached at all. */
    private static final int MOST_CONNECTS = 2;

    private final HttpSettings settings;
    private final OkClients clients;

    private OkTransport(HttpSettings settings) {
        this.settings = settings;
        this.clients = new OkClients(settings);
    }

    /** Opens a transport; nothing is set up before the first request. */
    public static OkTransport open(HttpSettings settings) {
        return new OkTransport(settings);
    }

    @Override
    public Reply send(Ask ask) throws IOException {
        return send(ask, handle -> {});
    }

    @Override
    public Reply send(Ask ask, Consumer<Runnable> handle) throws IOException {
        Breaker breaker = new Breaker();
        handle.accept(breaker);
        return send(ask, breaker);
    }

    private OkReply send(Ask ask, Breaker breaker) throws IOException {
        URI url = ask.url();
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            OkReply reply = patiently(ask, url, breaker);
            Optional<URI> next = ask.redirects() ? redirect(reply, url) : Optional.empty();
            if (next.isEmpty()) {
                return reply;
            }
            reply.close();
            url = next.get();
        }
        throw new TransportException(new Fault(
                "The server redirects in circles: " + MOST_HOPS + " times",
                SafeUrl.text(ask.url()),
                "last to " + SafeUrl.text(url),
                "correct the address"));
    }

    private static Optional<URI> redirect(Reply reply, URI from) throws IOException {
        switch (reply.status()) {
            case 301, 302, 303, 307, 308 -> {}
            default -> {
                return Optional.empty();
            }
        }
        Optional<String> location = reply.header("Location");
        if (location.isEmpty()) {
            return Optional.empty();
        }
        HttpUrl base = HttpUrl.get(from.toString());
        HttpUrl next = base.resolve(location.get());
        if (next == null) {
            reply.close();
            throw refused("The server redirects to what is no http address", from, SafeUrl.printable(location.get()));
        }
        if (base.isHttps() && !next.isHttps()) {
            reply.close();
            throw refused(
                    "The server redirects from https to plain http, which is refused",
                    from,
                    "to " + SafeUrl.text(next.uri()));
        }
        // User info in a Location would be a credential that nobody here configured.
        return Optional.of(next.newBuilder()
                .username("")
                .password("")
                .fragment(null)
                .build()
                .uri());
    }

    private static TransportException refused(String what, URI from, String detail) {
        return new TransportException(
                new Fault(what, SafeUrl.text(from), detail, "correct the server, or the address that is asked"));
    }

    private OkReply patiently(Ask ask, URI url, Breaker breaker) throws IOException {
        Origin origin = admit(url);
        Optional<ProxyServer> proxy = settings.proxies().forUrl(url);
        Request request = request(ask, url, origin, proxy);
        int retries = ask.impatient() ? 0 : settings.retries();
        for (int attempt = 0; ; attempt++) {
            boolean last = attempt >= retries;
            Call call = clients.client(origin, ask.bulk()).newCall(request);
            if (!ask.bulk()) {
                call.timeout().timeout(deadline(ask).toMillis(), TimeUnit.MILLISECONDS);
            }
            Response response;
            try {
                response = breaker.execute(call);
            } catch (IOException e) {
                if (attempt >= Math.min(retries, unreachable(e) ? MOST_CONNECTS : Integer.MAX_VALUE) || hopeless(e)) {
                    throw explain(e, url, proxy);
                }
                breaker.pause(Backoff.after(attempt));
                continue;
            }
            if (response.code() == 407) {
                response.close();
                throw rejected(url, proxy);
            }
            if (last || !Backoff.worthwhile(response.code())) {
                return new OkReply(call, response, url, again(ask, breaker), ask.bulk() ? settings.pace() : null);
            }
            Duration wait = Backoff.demanded(
                            response.code(),
                            response.header("RateLimit"),
                            response.header("Retry-After"),
                            Instant.now())
                    .orElse(Backoff.after(attempt));
            if (wait.compareTo(settings.longestWait()) > 0) {
                return new OkReply(call, response, url, again(ask, breaker), ask.bulk() ? settings.pace() : null);
            }
            response.close();
            breaker.pause(wait);
        }
    }

    private OkReply.Again again(Ask ask, Breaker breaker) {
        return new OkReply.Again() {
            private int left = settings.retries();

            @Override
            public Optional<OkReply> send() throws IOException {
                if (left-- <= 0) {
                    return Optional.empty();
                }
                breaker.pause(Backoff.after(settings.retries() - left - 1));
                return Optional.of(OkTransport.this.send(ask, breaker));
            }
        };
    }

    /** Lets an address pass, or refuses it: plain http, then what the settings' gate says. */
    private Origin admit(URI url) throws IOException {
        Origin origin;
        try {
            origin = Origin.of(url);
        } catch (IllegalArgumentException e) {
            throw new TransportException(Fault.of(String.valueOf(e.getMessage())), e);
        }
        if (origin.plain() && !origin.loopback() && !settings.plain().contains(origin)) {
            throw new TransportException(new Fault(
                    "Plain http is refused: what comes from " + origin + " could have been changed on the way",
                    SafeUrl.text(url),
                    "",
                    "use https; a server that has none may be named in the <configuration> of a POM, which allows it for"
                            + " its origin (a requirements file, the environment and -D do not)"));
        }
        try {
            settings.gate().accept(url);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return origin;
    }

    private Request request(Ask ask, URI url, Origin origin, Optional<ProxyServer> proxy) {
        Request.Builder request = new Request.Builder().url(url.toString()).method(ask.method(), null);
        request.header("User-Agent", settings.userAgent());
        boolean home = origin.equals(Origin.of(ask.url()));
        for (Map.Entry<String, String> header : ask.headers().entrySet()) {
            if (home || !secret(header.getKey())) {
                request.header(header.getKey(), header.getValue());
            }
        }
        settings.credentials().headers(url).forEach(request::header);
        if (origin.plain()) {
            proxy.flatMap(ProxyServer::login).ifPresent(login -> request.header("Proxy-Authorization", login.header()));
        }
        Duration patience = patience(ask);
        if (!patience.isZero()) {
            request.tag(Duration.class, patience);
        }
        return request.build();
    }

    /** Tells how long a read may wait where that was said; else zero. */
    private Duration patience(Ask ask) {
        return ask.readTimeout().isZero()
                ? settings.patience().getOrDefault(Origin.of(ask.url()), Duration.ZERO)
                : ask.readTimeout();
    }

    /** Gives the time for a whole answer: never less than what its first byte alone was granted. */
    private Duration deadline(Ask ask) {
        Duration patience = patience(ask);
        return patience.compareTo(settings.deadline()) > 0 ? patience : settings.deadline();
    }

    private static boolean secret(String header) {
        return switch (header.toLowerCase(Locale.ROOT)) {
            case "authorization", "cookie", "proxy-authorization" -> true;
            default -> false;
        };
    }

    /** Tells failures before any connection, which wait a whole timeout each and mostly stay. */
    private static boolean unreachable(IOException e) {
        return e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || (e instanceof SocketTimeoutException
                        && String.valueOf(e.getMessage()).contains("onnect"));
    }

    /** Tells failures that asking again can't mend. */
    private static boolean hopeless(IOException e) {
        return NetworkFaults.find(e, UntrustedException.class).isPresent()
                || NetworkFaults.find(e, java.security.cert.CertificateException.class)
                        .isPresent()
                || e instanceof javax.net.ssl.SSLPeerUnverifiedException
                || e instanceof TransportException
                || (e instanceof ProtocolException && !(e instanceof SSLException))
                || e instanceof StoppedException
                || NetworkFaults.overdue(e)
                || (e.getMessage() != null && e.getMessage().contains("authenticate with proxy"));
    }

    private static IOException explain(IOException e, URI url, Optional<ProxyServer> proxy) {
        if (e instanceof StoppedException) {
            return e;
        }
        if (e.getMessage() != null && e.getMessage().contains("authenticate with proxy")) {
            return rejected(url, proxy);
        }
        return NetworkFaults.explain(e, url, proxy);
    }

    private static TransportException rejected(URI url, Optional<ProxyServer> proxy) {
        String name = proxy.map(ProxyServer::address).orElse("(unknown)");
        boolean had = proxy.flatMap(ProxyServer::login).isPresent();
        return new TransportException(new Fault(
                "The proxy " + name + (had ? " rejects the login it was given (407)" : " demands a login (407)"),
                SafeUrl.text(url),
                proxy.map(p -> "configured by " + p.from()).orElse(""),
                "give user and password of the proxy in settings.xml (<proxy>), or in HTTPS_PROXY as"
                        + " http://user:password@host:port"));
    }

    @Override
    public void close() {
        clients.close();
    }
}
