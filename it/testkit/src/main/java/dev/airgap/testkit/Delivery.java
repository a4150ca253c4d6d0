package dev.airgap.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Carries an exchange of the JDK's server to the routes and their answer back, and writes the log. */
final class Delivery implements HttpHandler {
    private final Function<Request, Planned> routes;
    private final List<Seen> log;
    private final AtomicInteger running;
    private final AtomicInteger peak;

    Delivery(Function<Request, Planned> routes, List<Seen> log, AtomicInteger running, AtomicInteger peak) {
        this.routes = routes;
        this.log = log;
        this.running = running;
        this.peak = peak;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        int now = running.incrementAndGet();
        peak.accumulateAndGet(now, Math::max);
        try (exchange) {
            Request request = read(exchange);
            Planned planned;
            try {
                planned = routes.apply(request);
            } catch (RuntimeException e) {
                Answer broken = Answer.of(500, "the test kit's own fault: " + e + "\n");
                planned = new Planned(broken, 0, broken.content().length());
            }
            // Logged before the first byte leaves, so that whoever has an answer finds it in the log.
            Seen seen = new Seen(request, planned.answer().status());
            log.add(seen);
            send(exchange, request, planned, seen);
        } finally {
            running.decrementAndGet();
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                Paths.decode(exchange.getRequestURI().getRawPath()),
                query == null ? "" : query,
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange exchange, Request request, Planned planned, Seen seen) throws IOException {
        Answer answer = planned.answer();
        Headers headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        boolean bodiless = request.isHead() || answer.status() == 304 || answer.status() == 204;
        if (bodiless) {
            if (request.isHead() && answer.measured()) {
                headers.set("Content-Length", Long.toString(planned.count()));
            }
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        if (!answer.measured()) {
            exchange.sendResponseHeaders(answer.status(), 0);
        } else {
            exchange.sendResponseHeaders(answer.status(), planned.count() == 0 ? -1 : planned.count());
        }
        if (planned.count() > 0) {
            OutputStream body = new Counted(exchange.getResponseBody(), seen);
            // A failure leaves the body short, and closing the exchange then drops the connection.
            answer.content().write(body, planned.from(), planned.count());
            body.close();
        }
    }

    private static final class Counted extends FilterOutputStream {
        private final Seen seen;

        Counted(OutputStream out, Seen seen) {
            super(out);
            this.seen = seen;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            seen.sent(len);
            out.write(b, off, len);
        }
    }
}
