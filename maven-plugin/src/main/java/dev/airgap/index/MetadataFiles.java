package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.StatusFault;
import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.resolve.WheelFile;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the metadata file beside a wheel: where the index says there is one (PEP 658), checked by the hash it gives; and
 * where it says nothing, once a package's releases are read one after the other. Many mirrors have these files and do
 * not say so, and a search through a thousand releases is cheaper by them than by ranges of wheels.
 */
final class MetadataFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataFiles.class);

    /** The first releases of a package are read by ranges, which tell the size too: they are the ones that get locked. */
    private static final int FIRST = 3;

    private final Wire wire;
    private final Map<PackageName, Luck> known = new ConcurrentHashMap<>();

    MetadataFiles(Wire wire) {
        this.wire = wire;
    }

    /** Gives the file; null where there is none, or none is looked for. */
    byte[] read(WheelFile wheel) throws IOException {
        if (!wheel.metadata().isEmpty()) {
            return advertised(wheel);
        }
        Luck luck = known.computeIfAbsent(wheel.name().name(), name -> new Luck());
        return luck.isTried() ? unspoken(wheel, luck) : null;
    }

    /** Decides for one package when a file that nobody spoke of is worth a request. */
    private static final class Luck {
        private int reads;
        private int next = FIRST;
        private int pause = 1;

        synchronized boolean isTried() {
            return reads++ >= next;
        }

        /** Waits twice as long after each miss: a mirror that has none costs a few requests, one that lags behind too. */
        synchronized void missed() {
            if (reads > next) {
                next = reads + pause;
                pause *= 2;
            }
        }

        synchronized void met() {
            pause = 1;
        }
    }

    private byte[] advertised(WheelFile wheel) throws IOException {
        String file = file(wheel);
        URI url = url(wheel);
        try (Reply reply = wire.send(Ask.get(url), file, wheel.index())) {
            if (reply.status() == 404 || reply.status() == 410) {
                LOG.debug("Index {} advertises {} and has it not", wheel.index(), file);
                return null;
            }
            if (reply.status() != 200) {
                throw new FaultException(StatusFault.of(reply, file, IndexSource.configured(wheel.index())));
            }
            byte[] bytes = reply.bytes(WheelArchive.LIMIT);
            if (wheel.metadata().startsWith("sha256=")) {
                String expected = wheel.metadata().substring(7);
                String actual = PageCache.digest(bytes);
                if (!actual.equals(expected)) {
                    throw new FaultException(Fault.of("The checksum of " + file + " is wrong")
                            .at(SafeUrl.text(url))
                            .because("index '" + wheel.index() + "' says sha256 " + expected + "\nthe file has sha256 "
                                    + actual)
                            .advise("Try again; where it stays so, the index or something on the way is broken"));
                }
            }
            return bytes;
        }
    }

    /** Asks for a file that nobody spoke of: whatever else comes than this wheel's metadata is no fault, but no answer. */
    private byte[] unspoken(WheelFile wheel, Luck luck) {
        try (Reply reply = wire.send(Ask.get(url(wheel)), file(wheel), wheel.index())) {
            if (reply.status() == 200) {
                byte[] bytes = reply.bytes(WheelArchive.LIMIT);
                if (isOf(wheel, bytes)) {
                    luck.met();
                    return bytes;
                }
            }
            LOG.debug("{} answers {} for {}", Address.origin(wheel.url()), reply.status(), file(wheel));
        } catch (IOException | FaultException failed) {
            LOG.debug("{} gives no {}: {}", Address.origin(wheel.url()), file(wheel), failed.getMessage());
        }
        luck.missed();
        return null;
    }

    private static boolean isOf(WheelFile wheel, byte[] bytes) {
        try {
            Metadata metadata = Metadata.parse(bytes);
            return metadata.name().equals(wheel.name().name())
                    && metadata.version().equals(wheel.name().version());
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static String file(WheelFile wheel) {
        return wheel.name().fileName() + ".metadata";
    }

    /** Puts the suffix behind the path: a query, which signed addresses have, stays at the end. */
    private static URI url(WheelFile wheel) {
        String url = wheel.address();
        int query = url.indexOf('?');
        return URI.create(query < 0 ? url + ".metadata" : url.substring(0, query) + ".metadata" + url.substring(query));
    }
}
