package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.python.Metadata;
import dev.airgap.resolve.WheelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/** Answers what is asked of single wheels: their metadata, their size. */
final class Wheels {

    private final Path folder;
    private final WheelCache cache;
    private final WheelReader reader;
    private final Ranges ranges;
    private final Freshness freshness;
    private final Tally tally;
    private final Answers<WheelFile, Metadata> metadata;
    private final Answers<WheelFile, WheelFile> complete;
    private final ConcurrentHashMap<String, Known> learnt = new ConcurrentHashMap<>();

    Wheels(Path folder, Wire wire, WholeWheels whole, Freshness freshness, Tally tally, Crew crew) {
        this.folder = folder;
        this.cache = new WheelCache(folder);
        this.ranges = new Ranges(wire);
        this.reader = new WheelReader(wire, ranges, whole);
        this.freshness = freshness;
        this.tally = tally;
        this.metadata = new Read(crew);
        this.complete = new Complete(crew);
    }

    private final class Read extends Answers<WheelFile, Metadata> {

        Read(Crew crew) {
            super(crew);
        }

        @Override
        Metadata atHand(WheelFile wheel) {
            return metadataAtHand(wheel);
        }

        @Override
        Metadata fetch(WheelFile wheel) {
            return fetchMetadata(wheel);
        }
    }

    private final class Complete extends Answers<WheelFile, WheelFile> {

        Complete(Crew crew) {
            super(crew);
        }

        @Override
        WheelFile atHand(WheelFile wheel) {
            return completeAtHand(wheel);
        }

        @Override
        WheelFile fetch(WheelFile wheel) {
            return measure(wheel);
        }
    }

    void prefetch(WheelFile wheel) {
        metadata.prefetch(wheel.address(), wheel);
    }

    Metadata metadata(WheelFile wheel) {
        return metadata.ask(wheel.address(), wheel);
    }

    void prefetchComplete(WheelFile wheel) {
        complete.prefetch(wheel.address(), wheel);
    }

    WheelFile complete(WheelFile wheel) {
        return complete.ask(wheel.address(), wheel);
    }

    private Metadata metadataAtHand(WheelFile wheel) {
        Known known = cached(wheel);
        if (known == null) {
            known = reader.local(wheel);
            if (known == null && freshness.offline()) {
                throw new FaultException(Fault.of("Offline, and the cache has no METADATA of "
                                + wheel.name().fileName())
                        .at(SafeUrl.text(wheel.url()))
                        .because("The cache is " + folder)
                        .advise("Run once online, or bring along the store of a machine that has it, and name it with"
                                + " -Dairgap.store or AIRGAP_STORE"));
            }
            if (known == null) {
                return null;
            }
        }
        tally.metadataCached.incrementAndGet();
        return learn(wheel, known);
    }

    private Metadata fetchMetadata(WheelFile wheel) {
        tally.metadataAsked.incrementAndGet();
        Known known = reader.remote(wheel);
        Metadata parsed = learn(wheel, known);
        cache.write(wheel, known);
        return parsed;
    }

    /**
     * Reads the cache; a wheel without sha256 may have been replaced, so a refresh asks again. What another origin said
     * of a wheel of this sha256 counts only once the wheel was seen to have it: else any index could write what other
     * projects read of wheels that it does not even have.
     */
    private Known cached(WheelFile wheel) {
        boolean trusted = !wheel.sha256().isEmpty() || freshness.offline() || !freshness.refresh();
        Known known = trusted && !WheelReader.isLocal(wheel) ? cache.read(wheel) : null;
        return known == null || known.isProved() || known.origin().equals(Address.origin(wheel.url())) ? known : null;
    }

    /** Parses metadata and holds it against the wheel's own name. */
    private Metadata learn(WheelFile wheel, Known known) {
        Metadata parsed;
        try {
            parsed = Metadata.parse(known.metadata());
        } catch (IllegalArgumentException broken) {
            throw new FaultException(
                    Fault.of("The METADATA of " + wheel.name().fileName() + " is broken")
                            .at(SafeUrl.text(wheel.url()))
                            .because(Link.plain(String.valueOf(broken.getMessage())))
                            .advise(WheelReader.brokenAdvice(wheel)),
                    broken);
        }
        if (!parsed.name().equals(wheel.name().name())
                || parsed.version().compareTo(wheel.name().version()) != 0) {
            throw new FaultException(Fault.of("The METADATA of " + wheel.name().fileName() + " is another wheel's")
                    .at(SafeUrl.text(wheel.url()))
                    .because("the file name says " + wheel.name().name() + " "
                            + wheel.name().version() + "\nits METADATA says " + parsed.name() + " " + parsed.version())
                    .advise(
                            WheelReader.isLocal(wheel)
                                    ? "Give the file its own name again, or build the wheel anew."
                                    : "Do not use this wheel; tell whoever published it or runs index '" + wheel.index()
                                            + "'."));
        }
        learnt.put(wheel.address(), known);
        return parsed;
    }

    /** Fills in what is known by now; null where a request would tell more. */
    private WheelFile completeAtHand(WheelFile wheel) {
        if (wheel.size() >= 0 && !wheel.sha256().isEmpty()) {
            return wheel;
        }
        Known known = learnt(wheel);
        WheelFile filled = filled(wheel, known == null ? wheel.size() : known.size(), known);
        return filled.size() >= 0 || freshness.offline() ? filled : null;
    }

    private Known learnt(WheelFile wheel) {
        Known known = learnt.get(wheel.address());
        if (known == null) {
            known = cached(wheel);
        }
        return known != null ? known : reader.local(wheel);
    }

    private WheelFile measure(WheelFile wheel) {
        try {
            long size = ranges.size(wheel.url(), wheel.index());
            Known known = learnt(wheel);
            if (known != null && size >= 0) {
                cache.write(wheel, new Known(known.metadata(), size, known.sha256(), known.origin()));
            }
            return filled(wheel, size, known);
        } catch (IOException broken) {
            throw new FaultException(
                    Fault.of("The size of " + wheel.name().fileName() + " cannot be asked for")
                            .at(SafeUrl.text(wheel.url()))
                            .because(Link.plain(String.valueOf(broken.getMessage())))
                            .advise("Try again"),
                    broken);
        }
    }

    private static WheelFile filled(WheelFile wheel, long size, Known known) {
        String sha256 = wheel.sha256().isEmpty() && known != null ? known.sha256() : wheel.sha256();
        return new WheelFile(
                wheel.name(),
                wheel.address(),
                sha256,
                wheel.size() >= 0 ? wheel.size() : size,
                wheel.requiresPython(),
                wheel.yanked(),
                wheel.uploaded(),
                wheel.metadata(),
                wheel.index());
    }
}
