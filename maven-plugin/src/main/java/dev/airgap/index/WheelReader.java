package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.resolve.WheelFile;
import dev.airgap.store.Entry;
import dev.airgap.store.FileDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the METADATA of a wheel by the cheapest honest way: the wheel itself where it is at hand; the file beside it
 * (PEP 658); ranges of the wheel, which tell its size besides, that the lock needs; the whole wheel.
 */
final class WheelReader {

    private static final Logger LOG = LoggerFactory.getLogger(WheelReader.class);

    private final MetadataFiles metadataFiles;
    private final Ranges ranges;
    private final WholeWheels whole;

    WheelReader(Wire wire, Ranges ranges, WholeWheels whole) {
        this.metadataFiles = new MetadataFiles(wire);
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
            byte[] beside = metadataFiles.read(wheel);
            if (beside != null) {
                return new Known(HeaderLines.of(beside), wheel.size(), "", Address.origin(wheel.url()));
            }
            Optional<Slices> slices = ranges.open(wheel.url(), wheel.index());
            if (slices.isPresent()) {
                try (Slices file = slices.get()) {
                    byte[] metadata = WheelArchive.metadata(file, wheel.name());
                    return new Known(HeaderLines.of(metadata), file.size(), "", Address.origin(wheel.url()));
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
                    HeaderLines.of(metadata), file.size(), wheel.sha256().isEmpty() ? sha256 : "", "");
        }
    }

    /** Says what to do about a wheel that is none. */
    static String brokenAdvice(WheelFile wheel) {
        return isLocal(wheel)
                ? "Build or copy the wheel anew: it is cut off, or no wheel at all."
                : "Take another version, or tell whoever published the wheel.";
    }

    private static FaultException unreadable(WheelFile wheel, IOException broken) {
        return new FaultException(
                Fault.of("The METADATA of " + wheel.name().fileName() + " cannot be read")
                        .at(SafeUrl.text(wheel.url()))
                        .because(Link.plain(String.valueOf(broken.getMessage())))
                        .advise(broken instanceof ArchiveException ? brokenAdvice(wheel) : "Try again."),
                broken);
    }
}
