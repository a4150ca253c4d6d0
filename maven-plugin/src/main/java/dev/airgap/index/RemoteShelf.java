package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.PackageName;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the releases of an index on the network, by way of the cache. */
final class RemoteShelf implements Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteShelf.class);

    private final IndexSource source;
    private final Path folder;
    private final PageCache cache;
    private final PageFetch fetch;
    private final Freshness freshness;
    private final Clock clock;
    private final Tally tally;
    private final LinkPage links;

    RemoteShelf(IndexSource source, Path folder, Wire wire, Freshness freshness, Clock clock, Tally tally) {
        this.source = source;
        this.folder = folder;
        this.cache = new PageCache(folder, source.url());
        this.fetch = new PageFetch(source, wire);
        this.freshness = freshness;
        this.clock = clock;
        this.tally = tally;
        this.links = source.flat() ? new LinkPage(fetch) : null;
    }

    @Override
    public IndexSource source() {
        return source;
    }

    @Override
    public CachedReleases atHand(PackageName name) {
        CachedPage page = freshness.refresh() && !freshness.offline() ? null : cache.peek(name);
        if (page == null || !freshness.offline() && !page.validity().isFresh(now())) {
            if (freshness.offline()) {
                throw missing(name);
            }
            return null;
        }
        tally.pagesCached.incrementAndGet();
        LOG.debug("Page of {} from the cache of index {}", name, source.id());
        return releases(name, page);
    }

    @Override
    public CachedReleases ask(PackageName name) {
        CachedPage old = cache.read(name);
        CachedPage page = links != null ? links.page(name, now()) : fetch.fetch(name, old, now());
        tally.pagesAsked.incrementAndGet();
        boolean same = old != null && old.bytes() == page.bytes();
        LOG.debug("Page of {} from index {}{}", name, source.id(), same ? ", unchanged" : "");
        cache.write(name, page);
        return releases(name, page);
    }

    private CachedReleases releases(PackageName name, CachedPage page) {
        return CachedReleases.of(name, source.id(), page, () -> anew(name));
    }

    /** Gives a page again whose file has changed since its table was read: another process wrote it, or it is damaged. */
    private CachedReleases anew(PackageName name) {
        CachedPage page = cache.read(name);
        if (page != null) {
            return releases(name, page);
        }
        if (freshness.offline()) {
            throw missing(name);
        }
        return ask(name);
    }

    private FaultException missing(PackageName name) {
        return new FaultException(
                Fault.of("Offline, and the cache has no page of " + name + " from index '" + source.id() + "'")
                        .at(source.url().toString())
                        .because("The cache is " + folder)
                        .advise("Run once online, or bring along the store of a machine that has it, and name it with"
                                + " -Dairgap.store or AIRGAP_STORE"));
    }

    private long now() {
        return clock.millis() / 1000;
    }
}
