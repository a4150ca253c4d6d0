package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.StatusFault;
import dev.airgap.resolve.WheelFile;
import dev.airgap.store.Entry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the METADATA of a wheel by the cheapest honest way: the wheel itself where it is at hand; the file beside it
 * where the index says there is one (PEP 658), checked by the hash the index gives; ranges of the wheel; the whole wheel.
 *
 * <p>A {@code .metadata} file that the index does not speak of is not asked for: nothing would vouch for what it says.
 * Ranges cost no more than a few milliseconds over it, and tell the wheel's size besides, which the lock needs.
 */
final class WheelReader {

    private static final Logger LOG = LoggerFactory.getLogger(WheelReader.class);

    private final Wire wire;
    private final Ranges ranges;
    private final WholeWheels whole;

    WheelReader(Wire wire, Ranges ranges, WholeWheels whole) {
        this.wire = wire;
        this.ranges = ranges;
        this.whole = whole;
    }

    /** Reads what lies on this machine already; null where the network must be asked. */
    Known local(WheelFile wheel) {
        if (!isLocal(wheel)) {
            return whole.present(wheel).map(entry -> stored(wheel, entry)).orElse(null);
        }
        try {
            Path path = Path.of(wheel.url());
            return known(wheel, path, FileDigest.sha256(path));
        } catch (IOException broken) {
            throw unreadable(wheel, broken);
        }
    }

    /** Reads a kept wheel; one that was damaged since is not its publisher's fault, and the network is asked. */
    private Known stored(WheelFile wheel, Entry entry) {
        try {
            return known(wheel, entry.path(), entry.sha256());
        } catch (IOException broken) {
            if (whole.intact(entry)) {
                throw unreadable(wheel, broken);
            }
            return null;
        }
    }

    static boolean isLocal(WheelFile wheel) {
        return wheel.address().startsWith("file:");
    }

    /** Reads over the network. */
    Known remote(WheelFile wheel) {
        try {
            if (!wheel.metadata().isEmpty()) {
                byte[] beside = beside(wheel);
                if (beside != null) {
                    return new Known(HeaderLines.of(beside), wheel.size(), "");
                }
            }
            Optional<Slices> slices = ranges.open(wheel.url(), wheel.index());
            if (slices.isPresent()) {
                try (Slices file = slices.get()) {
                    byte[] metadata = WheelArchive.metadata(file, wheel.name());
                    return new Known(HeaderLines.of(metadata), file.size(), "");
                }
            }
            LOG.debug("Fetching {} whole for its METADATA", wheel.name().fileName());
            Entry entry = whole.fetch(wheel);
            return known(wheel, entry.path(), entry.sha256());
        } catch (IOException broken) {
            throw unreadable(wheel, broken);
        }
    }

    private static Known known(WheelFile wheel, Path path, String sha256) throws IOException {
        try (LocalSlices file = new LocalSlices(path)) {
            byte[] metadata = WheelArchive.metadata(file, wheel.name());
            return new Known(
                    HeaderLines.of(metadata), file.size(), wheel.sha256().isEmpty() ? sha256 : "");
        }
    }

    /** Reads the metadata file that the index advertises; null where it is not there after all. */
    private byte[] beside(WheelFile wheel) throws IOException {
        String file = wheel.name().fileName() + ".metadata";
        URI url = URI.create(metadataUrl(wheel.address()));
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

    /** Puts the suffix behind the path: a query, which signed addresses have, stays at the end. */
    private static String metadataUrl(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url + ".metadata" : url.substring(0, query) + ".metadata" + url.substring(query);
    }

    private static FaultException unreadable(WheelFile wheel, IOException broken) {
        return new FaultException(
                Fault.of("The METADATA of " + wheel.name().fileName() + " cannot be read")
                        .at(SafeUrl.text(wheel.url()))
                        .because(Link.plain(String.valueOf(broken.getMessage())))
                        .advise(
                                broken instanceof ArchiveException
                                        ? "Exclude this version, or tell whoever published the wheel"
                                        : "Try again"),
                broken);
    }
}
