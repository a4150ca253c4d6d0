package dev.airgap.testkit;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Forwards HTTP requests (absolute-form) and tunnels (CONNECT), with Basic credentials demanded or not. It logs each
 * request line, a refused one too. Any host may be asked for: {@link #all(String)} sends them all to one place.
 */
public final class ProxyServer implements AutoCloseable {
    private final ServerSocket listening;
    private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile String expected;
    private volatile URI everything;
    private volatile boolean closed;

    private ProxyServer(ServerSocket listening) {
        this.listening = listening;
        pool.execute(this::listen);
    }

    /** Starts a proxy on a free port of 127.0.0.1. */
    public static ProxyServer start() {
        try {
            return new ProxyServer(new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    /** Demands Basic credentials from everyone. */
    public ProxyServer demandBasic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.expected = "Basic " + Base64.getEncoder().encodeToString(pair);
        return this;
    }

    /** Sends every request to one origin, whatever host it names: so a made-up host can be asked for. */
    public ProxyServer all(String origin) {
        this.everything = URI.create(origin);
        return this;
    }

    /** Gives each request so far as {@code METHOD target -> status}. */
    public List<String> log() {
        return List.copyOf(log);
    }

    private void listen() {
        while (!closed) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                pool.execute(() -> serve(socket));
            } catch (IOException e) {
                if (!closed) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            for (List<String> head = head(in); !head.isEmpty(); head = head(in)) {
                String[] line = head.get(0).split(" ", -1);
                if (expected != null && !expected.equals(value(head, "proxy-authorization"))) {
                    log.add(line[0] + " " + line[1] + " -> 407");
                    out.write(("HTTP/1.1 407 Proxy Authentication Required\r\n"
                                    + "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                } else if (line[0].equals("CONNECT")) {
                    tunnel(line[1], in, out);
                    return;
                } else {
                    forward(line, head, in, out);
                    return;
                }
            }
        } catch (IOException e) {
            // The client or the origin hung up; the client sees it as such.
            log.add("broken: " + e.getMessage());
        } finally {
            sockets.remove(socket);
        }
    }

    private void tunnel(String authority, InputStream in, OutputStream out) throws IOException {
        int colon = authority.lastIndexOf(':');
        try (Socket origin = connect(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)))) {
            log.add("CONNECT " + authority + " -> 200");
            out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            pool.execute(() -> pump(in, origin));
            origin.getInputStream().transferTo(new Flushing(out));
        }
    }

    /** Forwards one request and closes: simple, and clients reconnect. */
    private void forward(String[] line, List<String> head, InputStream in, OutputStream out) throws IOException {
        URI target = URI.create(line[1]);
        try (Socket origin = connect(target.getHost(), target.getPort() < 0 ? 80 : target.getPort())) {
            String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
            StringBuilder request = new StringBuilder(line[0] + " " + path
                    + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()) + " HTTP/1.1\r\n");
            for (String header : head.subList(1, head.size())) {
                String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
                if (!name.startsWith("proxy-") && !name.equals("connection")) {
                    request.append(header).append("\r\n");
                }
            }
            request.append("Connection: close\r\n\r\n");
            origin.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            String length = value(head, "content-length");
            if (length != null) {
                origin.getOutputStream().write(in.readNBytes(Integer.parseInt(length)));
            }
            InputStream answer = origin.getInputStream();
            List<String> answered = head(answer);
            log.add(line[0] + " " + line[1] + " -> "
                    + (answered.isEmpty() ? "nothing" : answered.get(0).split(" ", -1)[1]));
            for (String header : answered) {
                out.write((header + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            answer.transferTo(out);
            out.flush();
        }
    }

    private Socket connect(String host, int port) throws IOException {
        URI elsewhere = everything;
        Socket socket =
                elsewhere == null ? new Socket(host, port) : new Socket(elsewhere.getHost(), elsewhere.getPort());
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    private static void pump(InputStream in, Socket to) {
        try {
            in.transferTo(new Flushing(to.getOutputStream()));
            to.shutdownOutput();
        } catch (IOException e) {
            close(to);
        }
    }

    /** Reads a head's lines up to the empty one; an empty list where the other side ended. */
    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
                line.reset();
                if (text.isEmpty()) {
                    return lines;
                }
                lines.add(text);
            } else {
                line.write(b);
            }
        }
        return List.of();
    }

    private static String value(List<String> head, String name) {
        for (String header : head.subList(1, head.size())) {
            int colon = header.indexOf(':');
            if (colon > 0 && header.substring(0, colon).equalsIgnoreCase(name)) {
                return header.substring(colon + 1).strip();
            }
        }
        return null;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops at once, tunnels too. */
    @Override
    public void close() {
        closed = true;
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(ProxyServer::close);
            pool.shutdownNow();
        }
    }

    private static final class Flushing extends FilterOutputStream {
        Flushing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            out.flush();
        }
    }
}
