package dev.airgap.index;

import dev.airgap.http.Transport;
import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.resolve.Catalog;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers the solver from the indexes of a build; the front door of this package. Safe for several threads.
 *
 * <p>The first index that knows a name owns it. An index knows a name unless it answers 404 or 410; every other answer
 * that is no page, a refusal by 401 or 403 above all, stops the build: falling through to the next index would let
 * anybody claim a private name there (dependency confusion). {@link IndexSource} says how names are fenced in, and
 * {@link Namespace} when releases of several indexes are one project's.
 */
public final class Indexes implements Catalog, Closeable {

    private final List<Shelf> shelves = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Crew crew = new Crew();
    private final Wire wire;
    private final Wheels wheels;
    private final Answers<PackageName, Project> projects;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> useful = ConcurrentHashMap.newKeySet();

    /**
     * Opens the indexes; sends nothing and starts no thread yet.
     *
     * @param sources in the order of the POM: the first that knows a name owns it
     * @param transport is not closed with the indexes
     * @param whole asked for wheels whose host knows no ranges
     * @param folder where parsed pages and metadata are cached; made where it is missing
     */
    public Indexes(
            List<IndexSource> sources,
            Transport transport,
            WholeWheels whole,
            Path folder,
            Freshness freshness,
            Clock clock) {
        this.wire = new Wire(transport);
        for (IndexSource source : sources) {
            shelves.add(
                    source.isLocal()
                            ? new FolderShelf(source)
                            : new RemoteShelf(source, folder, wire, freshness, clock, tally));
        }
        this.wheels = new Wheels(folder, wire, whole, freshness, tally, crew);
        this.projects = new Pages(crew);
    }

    @Override
    public void prefetch(PackageName name) {
        projects.prefetch(name, name);
    }

    @Override
    public void prefetch(WheelFile wheel) {
        wheels.prefetch(wheel);
    }

    @Override
    public Releases releases(PackageName name) {
        return projects.ask(name, name).releases();
    }

    @Override
    public Releases releases(Requirement direct) {
        return DirectWheel.of(direct);
    }

    @Override
    public Metadata metadata(WheelFile wheel) {
        return wheels.metadata(wheel);
    }

    /**
     * Fills in the size, and the sha256 where it is known by now. Where the sha256 is still empty after it, neither the
     * index nor this run knows it, and the caller fetches the wheel whole; the size is -1 where nobody tells it, and
     * offline where the cache does not.
     *
     * @throws dev.airgap.fault.FaultException where the size had to be asked for and the wheel is not to be had
     */
    public WheelFile complete(WheelFile wheel) {
        return wheels.complete(wheel);
    }

    /** Does the same for many wheels at once, in their order. */
    public List<WheelFile> complete(List<WheelFile> many) {
        many.forEach(wheels::prefetchComplete);
        List<WheelFile> filled = new ArrayList<>(many.size());
        for (WheelFile wheel : many) {
            filled.add(wheels.complete(wheel));
        }
        return filled;
    }

    /** Gives the id of the index that is asked first for a name; empty where there is none. */
    public String owner(PackageName name) {
        List<Shelf> asked = shelves(name);
        return asked.isEmpty() ? "" : asked.get(0).source().id();
    }

    /** Tells what the owning index says of the project as a whole. */
    public ProjectStatus status(PackageName name) {
        return projects.ask(name, name).owner().status();
    }

    /** Tells whether an index was asked, and knew none of the names so far: its address may be no Simple index. */
    public boolean knewNothing(String index) {
        return asked.contains(index) && !useful.contains(index);
    }

    /** Counts the work done so far. */
    public Counts counts() {
        return tally.counts(wire.sent());
    }

    private void knows(Shelf shelf, CachedReleases found) {
        String index = shelf.source().id();
        asked.add(index);
        if (found.known()) {
            useful.add(index);
        }
    }

    /** Goes from shelf to shelf until one knows the name, and on to those that its page names. */
    private final class Pages extends Answers<PackageName, Project> {

        Pages(Crew crew) {
            super(crew);
        }

        @Override
        Project atHand(PackageName name) {
            return project(name, false);
        }

        @Override
        Project fetch(PackageName name) {
            return project(name, true);
        }
    }

    /** Gives a project; null where a shelf would have to be asked and may not be. */
    private Project project(PackageName name, boolean ask) {
        List<Shelf> asked = shelves(name);
        for (Shelf shelf : asked) {
            CachedReleases found = found(shelf, name, ask);
            if (found == null) {
                return null;
            }
            if (found.known()) {
                return joined(new Namespace(name, asked, shelf, found.status()), found, ask);
            }
        }
        return Project.of(CachedReleases.none(name));
    }

    private Project joined(Namespace namespace, CachedReleases owner, boolean ask) {
        List<Shelf> named = namespace.named();
        if (named.isEmpty()) {
            return Project.of(owner);
        }
        List<CachedReleases> found = new ArrayList<>();
        for (Shelf shelf : named) {
            CachedReleases one = found(shelf, owner.name(), ask);
            if (one == null) {
                return null;
            }
            found.add(one);
        }
        List<CachedReleases> parts = new ArrayList<>(List.of(owner));
        parts.addAll(namespace.joined(named, found));
        return parts.size() == 1 ? Project.of(owner) : new Project(owner, new JoinedReleases(parts));
    }

    private CachedReleases found(Shelf shelf, PackageName name, boolean ask) {
        CachedReleases found = shelf.atHand(name);
        if (found == null && ask) {
            found = shelf.ask(name);
        }
        if (found != null) {
            knows(shelf, found);
        }
        return found;
    }

    /** Lists who may be asked for a name: the fenced indexes that claim it, else all that are not fenced. */
    private List<Shelf> shelves(PackageName name) {
        List<Shelf> open = new ArrayList<>(shelves.size());
        List<Shelf> claiming = new ArrayList<>(1);
        for (Shelf shelf : shelves) {
            if (!shelf.source().fenced()) {
                open.add(shelf);
            } else if (shelf.source().claims(name)) {
                claiming.add(shelf);
            }
        }
        return claiming.isEmpty() ? open : claiming;
    }

    /** Stops fetching ahead. */
    @Override
    public void close() {
        crew.close();
    }
}
