package dev.airgap.index;

import dev.airgap.python.PackageName;
import java.util.ArrayList;
import java.util.List;

/** Holds the one page of links that stands for an index (find-links), read once a run when it is first needed. */
final class LinkPage {

    private final PageFetch fetch;
    private List<Link> links;
    private Validity validity;

    LinkPage(PageFetch fetch) {
        this.fetch = fetch;
    }

    /** Gives the part of the page that belongs to a package, as if it were a page of its own. */
    synchronized CachedPage page(PackageName name, long now) {
        if (links == null) {
            List<Link> all = new ArrayList<>();
            validity = fetch.links(all::add, now);
            links = all;
        }
        return part(name, links, validity);
    }

    static CachedPage part(PackageName name, List<Link> links, Validity validity) {
        PageWriter writer = new PageWriter(name);
        links.forEach(writer::add);
        return writer.isEmpty() ? CachedPage.unknown(validity) : writer.finish(validity);
    }
}
