package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.StatusFault;
import dev.airgap.http.TransportException;
import dev.airgap.python.PackageName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks an index for a page over the network, and reads it in the form it comes in. */
final class PageFetch {

    /** PEP 691, content negotiation: JSON first, HTML where the index knows no other. */
    private static final String ACCEPT =
            "application/vnd.pypi.simple.v1+json," + " application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01";

    /** The greatest pages of PyPI have some 30 MB. */
    private static final long LIMIT = 64L << 20;

    /** A page that breaks off is asked for again; the transport repeats what failed before an answer came. */
    private static final int TRIES = 3;

    private final IndexSource source;
    private final Wire wire;
    private final ApiVersion version;

    PageFetch(IndexSource source, Wire wire) {
        this.source = source;
        this.wire = wire;
        this.version = new ApiVersion(source);
    }

    /**
     * Asks for the page of a package.
     *
     * @param old what the cache has, to ask whether it changed; null where it has nothing
     * @throws FaultException where the answer is neither a page nor "not known"
     */
    CachedPage fetch(PackageName name, CachedPage old, long now) {
        URI url = source.page(name);
        Ask ask = Ask.get(url).with("Accept", ACCEPT);
        if (old != null && !old.validity().etag().isEmpty()) {
            ask = ask.with("If-None-Match", old.validity().etag());
        } else if (old != null && !old.validity().modified().isEmpty()) {
            ask = ask.with("If-Modified-Since", old.validity().modified());
        }
        for (int attempt = 1; ; attempt++) {
            try (Reply reply = wire.send(ask, "the page of " + name, source.id())) {
                if (reply.status() == 304 && old != null) {
                    return old.renewed(old.validity().renewed(reply, now));
                }
                if (isUnknown(reply)) {
                    return CachedPage.unknown(Validity.of(reply, now));
                }
                if (reply.status() != 200) {
                    throw new FaultException(StatusFault.of(reply, "the page of " + name, source.id()));
                }
                PageWriter writer = new PageWriter(name);
                writer.status(read(reply, writer::add));
                return writer.finish(Validity.of(reply, now));
            } catch (IOException broken) {
                if (attempt == TRIES || broken instanceof PageException || broken instanceof TransportException) {
                    throw unreadable("the page of " + name, url, broken);
                }
            }
        }
    }

    /** Asks for the one page of links (find-links). */
    Validity links(Consumer<Link> files, long now) {
        try (Reply reply = wire.send(Ask.get(source.url()).with("Accept", ACCEPT), "the page of links", source.id())) {
            if (reply.status() != 200) {
                throw new FaultException(StatusFault.of(reply, "the page of links", source.id()));
            }
            read(reply, files);
            return Validity.of(reply, now);
        } catch (IOException broken) {
            throw unreadable("the page of links", source.url(), broken);
        }
    }

    /**
     * Tells whether the index does not know the name. PyTorch's own index says 403 for that, as its files lie in a
     * bucket that may not be listed; nothing private is served there.
     */
    private static boolean isUnknown(Reply reply) {
        return reply.status() == 404
                || reply.status() == 410
                || reply.status() == 403
                        && "download.pytorch.org".equals(reply.url().getHost());
    }

    private ProjectStatus read(Reply reply, Consumer<Link> files) throws IOException {
        String type = reply.header("Content-Type").orElse("text/html");
        int semicolon = type.indexOf(';');
        String media =
                (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        try (InputStream body = new LimitedStream(reply.body(), LIMIT)) {
            ProjectStatus status = switch (media) {
                case "application/vnd.pypi.simple.v1+json", "application/json" ->
                    JsonPage.read(body, reply.url(), version, files);
                case "application/vnd.pypi.simple.v1+html", "text/html", "application/xhtml+xml" ->
                    HtmlPage.read(body, reply.url(), version, files);
                default ->
                    throw new FaultException(Fault.of("Index '" + source.id()
                                    + "' answers with something that is no page of a Simple index")
                            .at(SafeUrl.text(reply.url()))
                            .because(
                                    "Content-Type is " + Link.plain(type) + ", expected HTML or JSON of the Simple API")
                            .advise("Correct the address of the index: it mostly ends with /simple/"));
            };
            // Read to the very end, so that the connection can serve again.
            body.transferTo(OutputStream.nullOutputStream());
            return status;
        }
    }

    private FaultException unreadable(String what, URI url, IOException broken) {
        return new FaultException(
                Fault.of("Index '" + source.id() + "' gave no readable answer for " + what)
                        .at(url.toString())
                        .because(Link.plain(String.valueOf(broken.getMessage())))
                        .advise("Try again; where it stays so, ask whoever runs the index"),
                broken);
    }
}
