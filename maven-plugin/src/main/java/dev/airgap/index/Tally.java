package dev.airgap.index;

import java.util.concurrent.atomic.AtomicLong;

/** Counts while the work goes on; {@link Counts} is what it comes to. */
final class Tally {

    final AtomicLong pagesAsked = new AtomicLong();
    final AtomicLong pagesCached = new AtomicLong();
    final AtomicLong metadataAsked = new AtomicLong();
    final AtomicLong metadataCached = new AtomicLong();

    Counts counts(long requests) {
        return new Counts(pagesAsked.get(), pagesCached.get(), metadataAsked.get(), metadataCached.get(), requests);
    }
}
