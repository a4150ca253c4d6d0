package dev.airgap.index;

import dev.airgap.fault.FaultException;
import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.StatusFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens files on the network for ranged reading, by what each host can do: a range counted from the end saves the
 * question for the length; some hosts know only ranges counted from the start; some know none.
 */
final class Ranges {

    private static final Logger LOG = LoggerFactory.getLogger(Ranges.class);

    /** Holds the central directory and the METADATA of most wheels, and costs no more time than less would. */
    static final int TAIL = 1 << 15;

    /** A host without ranges that sends no more than this is heard to the end. */
    private static final int SMALL = 1 << 20;

    private enum Skill {
        FROM_END,
        FROM_START,
        NONE
    }

    private final Wire wire;
    private final Map<String, Skill> skills = new ConcurrentHashMap<>();

    Ranges(Wire wire) {
        this.wire = wire;
    }

    /**
     * Opens a file; empty where its host knows no ranges.
     *
     * @param id the index it came from, for faults
     */
    Optional<Slices> open(URI url, String id) throws IOException {
        Skill skill = skills.getOrDefault(Address.origin(url), Skill.FROM_END);
        return switch (skill) {
            case FROM_END -> fromEnd(url, id);
            case FROM_START -> fromStart(url, id);
            case NONE -> Optional.empty();
        };
    }

    static Ask ask(URI url, String range) {
        // Else a server may pack what it sends, and the range would be one of the packed bytes.
        return Ask.get(url).with("Range", range).with("Accept-Encoding", "identity");
    }

    Reply send(Ask ask, String id) {
        return wire.send(ask, "a part of " + fileName(ask.url()), id);
    }

    private Optional<Slices> fromEnd(URI url, String id) throws IOException {
        try (Reply reply = send(ask(url, "bytes=-" + TAIL), id)) {
            int status = reply.status();
            if (status == 206) {
                ContentRange got = ContentRange.of(reply);
                if (got != null && got.last() == got.total() - 1 && got.first() == Math.max(0, got.total() - TAIL)) {
                    byte[] tail = ContentRange.exactly(reply, (int) (got.last() - got.first() + 1));
                    return Optional.of(new RemoteSlices(this, url, id, got.total(), tail));
                }
            } else if (status == 200) {
                return whole(reply, url, id);
            } else if (isRefusal(status) || status == 408 || status == 429 || status == 407 || status > 501) {
                throw refused(reply, url, id);
            }
            LOG.debug("{} answers {} to a range from the end", Address.origin(url), status);
        }
        skills.put(Address.origin(url), Skill.FROM_START);
        return fromStart(url, id);
    }

    private Optional<Slices> fromStart(URI url, String id) throws IOException {
        long size = size(url, id);
        if (size <= 0) {
            return none(url);
        }
        long from = Math.max(0, size - TAIL);
        try (Reply reply = send(ask(url, "bytes=" + from + "-" + (size - 1)), id)) {
            ContentRange got = ContentRange.of(reply);
            if (reply.status() == 206 && got != null && got.equals(new ContentRange(from, size - 1, size))) {
                byte[] tail = ContentRange.exactly(reply, (int) (size - from));
                return Optional.of(new RemoteSlices(this, url, id, size, tail));
            }
            if (reply.status() == 200) {
                return whole(reply, url, id);
            }
            if (isRefusal(reply.status())) {
                throw refused(reply, url, id);
            }
        }
        return none(url);
    }

    /** Takes a file that came whole where a part was asked for, when it is small. */
    private Optional<Slices> whole(Reply reply, URI url, String id) throws IOException {
        long length = reply.length();
        if (length < 0 || length > SMALL) {
            return none(url);
        }
        byte[] all = ContentRange.exactly(reply, (int) length);
        return Optional.of(new RemoteSlices(this, url, id, all.length, all));
    }

    private Optional<Slices> none(URI url) {
        LOG.debug("{} knows no ranges", Address.origin(url));
        skills.put(Address.origin(url), Skill.NONE);
        return Optional.empty();
    }

    /** Asks for a file's length by one HEAD, or by one byte where HEAD is not answered; -1 where it is not said. */
    long size(URI url, String id) throws IOException {
        try (Reply reply = wire.send(Ask.head(url), "the size of " + fileName(url), id)) {
            if (reply.status() == 200) {
                long length = reply.header("Content-Length").map(Ranges::length).orElse(-1L);
                try (InputStream nothing = reply.body()) {
                    // Read to its end, a HEAD's empty body leaves the connection fit to serve again.
                    if (nothing.read() < 0 && length >= 0) {
                        return length;
                    }
                }
            } else if (isRefusal(reply.status()) && reply.status() != 403) {
                throw refused(reply, url, id);
            }
        }
        try (Reply reply = send(ask(url, "bytes=0-0"), id)) {
            ContentRange got = ContentRange.of(reply);
            if (reply.status() == 206 && got != null) {
                return got.total();
            }
            if (isRefusal(reply.status())) {
                throw refused(reply, url, id);
            }
            return reply.status() == 200 ? reply.length() : -1;
        }
    }

    private static long length(String header) {
        try {
            return Long.parseLong(header.strip());
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }

    /** Tells whether a status says that the file itself is not to be had. */
    private static boolean isRefusal(int status) {
        return status == 401 || status == 403 || status == 404 || status == 410;
    }

    private static FaultException refused(Reply reply, URI url, String id) {
        return new FaultException(StatusFault.of(reply, fileName(url), IndexSource.configured(id)));
    }

    private static String fileName(URI url) {
        String name = Address.fileName(url.toString());
        return name == null ? url.toString() : name;
    }
}
