package dev.airgap.http;

import dev.airgap.fault.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Turns failures of the network into sentences that name the cause. */
final class NetworkFaults {

    private NetworkFaults() {}

    /** Explains why no answer, or only a part of one, came from an address. */
    static TransportException explain(IOException cause, URI url, Optional<ProxyServer> proxy) {
        if (cause instanceof TransportException known) {
            return known;
        }
        Origin origin = Origin.of(url);
        String host = "The server " + origin.host() + ":" + origin.port();
        String way = proxy.map(p -> "through the proxy " + p.address() + " (" + p.from() + ")")
                .orElse("");
        return new TransportException(fault(cause, origin, host, proxy).at(place(url, way)), cause);
    }

    private static String place(URI url, String way) {
        return way.isEmpty() ? SafeUrl.text(url) : SafeUrl.text(url) + ", " + way;
    }

    /** Tells whether an answer did not end within its time: okhttp then cancels the call and says no more than this. */
    static boolean overdue(IOException e) {
        return e instanceof InterruptedIOException
                && !(e instanceof SocketTimeoutException)
                && !(e instanceof StoppedException);
    }

    private static Fault fault(IOException cause, Origin origin, String host, Optional<ProxyServer> proxy) {
        Optional<UntrustedException> untrusted = find(cause, UntrustedException.class);
        if (untrusted.isPresent()) {
            return untrusted.get().fault(host);
        }
        Optional<TrustStoreException> unreadable = find(cause, TrustStoreException.class);
        if (unreadable.isPresent()) {
            return unreadable.get().fault(host);
        }
        if (cause instanceof SSLPeerUnverifiedException) {
            return new Fault(
                    host + " presents a certificate for other names",
                    "",
                    SafeUrl.printable(firstLine(cause)),
                    "Use the host name that the certificate carries, or have the certificate renewed with this one");
        }
        if (cause instanceof SSLException) {
            return tls(cause, origin, host);
        }
        String peer = proxy.map(p -> "The proxy " + p.address()).orElse(host);
        if (cause instanceof UnknownHostException) {
            return new Fault(
                    proxy.isPresent()
                            ? peer + " has a name that is unknown"
                            : "The host " + origin.host() + " is unknown",
                    "",
                    SafeUrl.printable(String.valueOf(cause.getMessage())),
                    proxy.isPresent()
                            ? "Correct the proxy in " + proxy.get().from()
                            : "Correct the address; where the network is reached by a proxy only, name it in"
                                    + " settings.xml or HTTPS_PROXY");
        }
        if (cause instanceof SocketTimeoutException) {
            return new Fault(
                    peer + " did not answer in time",
                    "",
                    SafeUrl.printable(String.valueOf(cause.getMessage())),
                    "Try again; where a proxy is needed to get there, name it in settings.xml or HTTPS_PROXY");
        }
        if (String.valueOf(cause.getMessage()).startsWith("ID1ID2")) {
            // okio's words for a stream that does not begin as gzip does.
            return new Fault(
                    peer + " sends what it calls gzip and is none",
                    "",
                    "the answer says Content-Encoding: gzip",
                    "Ask whoever runs the server, or a proxy on the way, to correct that header");
        }
        if (overdue(cause)) {
            return new Fault(
                    peer + " did not finish its answer in time",
                    "",
                    "bytes came, but too few for too long",
                    "Try again; where it stays so, ask whoever runs the server");
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            String root = root(cause);
            return new Fault(
                    peer + (root.contains("refused") ? " refuses the connection" : " can't be connected to"),
                    "",
                    SafeUrl.printable(root),
                    "Correct host and port, or start the server; where a proxy is needed to get there, name it in"
                            + " settings.xml or HTTPS_PROXY");
        }
        return new Fault(
                peer + " broke the connection",
                "",
                SafeUrl.printable(cause.getClass().getSimpleName() + ": " + cause.getMessage()),
                "Try again: what has arrived is kept");
    }

    /** Gives the words of the system, which okhttp puts below its own. */
    private static String root(Throwable cause) {
        Throwable at = cause;
        for (int depth = 0; at.getCause() != null && depth < 20; depth++) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage());
    }

    private static Fault tls(IOException cause, Origin origin, String host) {
        Optional<CertificateExpiredException> expired = find(cause, CertificateExpiredException.class);
        Optional<CertificateNotYetValidException> early = find(cause, CertificateNotYetValidException.class);
        if (expired.isPresent() || early.isPresent()) {
            return new Fault(
                    host + " has a certificate that " + (expired.isPresent() ? "has expired" : "is not valid yet"),
                    "",
                    SafeUrl.printable(String.valueOf(
                            expired.isPresent()
                                    ? expired.get().getMessage()
                                    : early.get().getMessage())),
                    "Have it renewed, or set this machine's clock right");
        }
        String evidence = SafeUrl.printable(String.valueOf(cause.getMessage()));
        if (evidence.contains("Unsupported or unrecognized SSL message")) {
            return new Fault(
                    host + " does not speak TLS",
                    "",
                    evidence,
                    "Correct the port, or the scheme to http where that is allowed: " + origin.host());
        }
        return new Fault(
                host + " could not be spoken to: TLS can't be set up",
                "",
                evidence,
                "Compare the TLS versions and ciphers of the server with those of this Java ("
                        + Runtime.version()
                        + ")");
    }

    private static String firstLine(Throwable cause) {
        // okhttp goes on with the whole certificate and its pins.
        String text = String.valueOf(cause.getMessage());
        int names = text.indexOf("subjectAltNames:");
        String head = text.lines().findFirst().orElse("").strip();
        return names < 0
                ? head
                : head + " "
                        + text.substring(names).lines().findFirst().orElse("").strip();
    }

    static <T> Optional<T> find(Throwable start, Class<T> type) {
        int depth = 0;
        for (Throwable at = start; at != null && depth < 20; at = at.getCause(), depth++) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
