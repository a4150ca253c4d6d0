package dev.airgap.index;

import dev.airgap.python.PackageName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which of the configured indexes have releases of one and the same project (PEP 708).
 *
 * <p>Only what the owner's own page names is looked at: an index that would like to join in is never asked for a name
 * that another index has, so it learns nothing and can claim nothing. {@code tracks} is the word of the owning index's
 * operator and holds by itself; {@code alternate-locations} is the word of a project's authors, and holds where every
 * page that is named says the same.
 */
final class Namespace {

    private static final Logger LOG = LoggerFactory.getLogger(Namespace.class);

    private final PackageName name;
    private final List<Shelf> shelves;
    private final Shelf owner;
    private final ProjectStatus status;

    /** @param shelves all that may be asked for the name, in their order */
    Namespace(PackageName name, List<Shelf> shelves, Shelf owner, ProjectStatus status) {
        this.name = name;
        this.shelves = shelves;
        this.owner = owner;
        this.status = status;
    }

    /** Lists the indexes behind the owner that its page names; most pages name none. */
    List<Shelf> named() {
        if (status.tracks().isEmpty() && status.alternates().isEmpty()) {
            return List.of();
        }
        List<Shelf> named = new ArrayList<>();
        for (Shelf shelf : shelves.subList(shelves.indexOf(owner) + 1, shelves.size())) {
            if (!shelf.source().flat() && (isTracked(shelf) || isAmong(shelf, status.alternates()))) {
                named.add(shelf);
            }
        }
        return named;
    }

    private boolean isTracked(Shelf shelf) {
        return isAmong(shelf, status.tracks());
    }

    private boolean isAmong(Shelf shelf, List<URI> pages) {
        for (URI page : pages) {
            if (shelf.source().isPage(page, name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Picks, of what the named indexes gave, what may be joined to the owner's releases.
     *
     * @param named as {@link #named} lists them
     * @param found what each of them gave
     */
    List<CachedReleases> joined(List<Shelf> named, List<CachedReleases> found) {
        List<CachedReleases> joined = new ArrayList<>();
        boolean agreed = true;
        Set<String> wanted = locations(owner, status.alternates());
        for (int i = 0; i < named.size(); i++) {
            if (found.get(i).known() && isAmong(named.get(i), status.alternates())) {
                agreed &= wanted.equals(
                        locations(named.get(i), found.get(i).status().alternates()));
            }
        }
        for (int i = 0; i < named.size(); i++) {
            CachedReleases other = found.get(i);
            String ids = "'" + owner.source().id() + "' and '"
                    + named.get(i).source().id() + "'";
            if (!other.known()) {
                continue;
            }
            if (!agreed && !isTracked(named.get(i))) {
                LOG.warn(
                        "The pages of {} at the indexes {} don't agree on its alternate locations (PEP 708);"
                                + " only '{}' is believed",
                        name,
                        ids,
                        owner.source().id());
            } else if (other.status().status().equals(ProjectStatus.QUARANTINED)) {
                LOG.warn(
                        "Index '{}' has quarantined {}; its releases are left out",
                        named.get(i).source().id(),
                        name);
            } else {
                LOG.debug("Releases of {} from the indexes {}", name, ids);
                joined.add(other);
            }
        }
        return joined;
    }

    /** Gives a set of locations, the page's own in it as PEP 708 wants; a configured index by its id, mirrored or not. */
    private Set<String> locations(Shelf page, List<URI> alternates) {
        Set<String> locations = new TreeSet<>();
        locations.add("index " + page.source().id());
        for (URI alternate : alternates) {
            String location = IndexSource.comparable(alternate);
            for (Shelf shelf : shelves) {
                if (shelf.source().isPage(alternate, name)) {
                    location = "index " + shelf.source().id();
                }
            }
            locations.add(location);
        }
        return locations;
    }
}
