package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Transport;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import dev.airgap.lock.LockedModel;
import dev.airgap.store.Blob;
import dev.airgap.store.Downloads;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows one configured hub: turns what is asked of it into a commit and the files of it that a bundle needs. */
public final class Hub {

    private final HubClient client;

    /**
     * Takes a configured hub; nothing is sent before it is asked.
     *
     * @param id names it in messages, in the lock, and its {@code <server>} in settings.xml
     * @param base its address, which may have a path
     * @param patience how long an answer may take: repository managers fetch a file before they tell of it; zero takes
     *     the transport's own
     */
    public Hub(String id, URI base, Transport transport, Duration patience) {
        this.client = new HubClient(id, new HubAddress(base), transport, patience);
    }

    public String id() {
        return client.id();
    }

    /**
     * Plans a snapshot; costs one request for the commit and one a thousand files.
     *
     * @throws FaultException where it is not there, may not be read, holds names that can't be files, or leaves a choice
     *     that is not the plugin's
     */
    public SnapshotPlan plan(ModelRequest request) {
        List<String> notes = new ArrayList<>();
        String commit = new Revisions(client).commit(request, notes);
        List<PlannedFile> listing = new Listing(client).read(request, commit, notes);
        Selection selection = Selection.of(request, listing);
        requireNames(request, selection.files());
        List<PlannedFile> files = new HeadProbe(client).complete(request, commit, selection.files(), notes);
        return new SnapshotPlan(request, commit, files, selection.leftOut(), notes);
    }

    /**
     * Pins a plan. What git itself holds has no sha256 before it was read, so those files, small ones nearly always, are
     * fetched into the store now, checked against their git oid as they stream; a bundle finds them there.
     *
     * @param before what was locked last time, whose hashes spare a fetch where the git oid is the same
     */
    public LockedModel lock(SnapshotPlan plan, Optional<LockedModel> before, Downloads downloads) {
        return new SnapshotLock(client).lock(plan, before, downloads);
    }

    /** Describes the download of a locked file, at its commit. */
    public Blob blob(LockedModel model, LockedModel.ModelFile file) {
        URI url = client.address().resolve(model.type(), model.repo(), model.commit(), file.path());
        return Blob.sha256(SnapshotLock.label(model.repo(), file.path()), id(), url, file.sha256(), file.size());
    }

    /**
     * Tells why files of a locked snapshot can't be fetched: a download knows the status alone, the hub that a licence
     * was not accepted.
     *
     * @return the better told failure, or the one that was given
     */
    public FaultException explain(LockedModel model, FaultException failure) {
        if (model.files().isEmpty()) {
            return failure;
        }
        ModelRequest request = new ModelRequest(
                model.hub(), model.repo(), model.type(), model.revision(), Weights.AUTO, List.of(), List.of(), "");
        return new SnapshotLock(client)
                .explained(request, blob(model, model.files().get(0)).url(), failure);
    }

    /** Refuses names that are no files, or not two files, on some system that a bundle may be unpacked on. */
    static void requireNames(ModelRequest request, List<PlannedFile> files) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (PlannedFile file : files) {
            String wrong = Names.wrongPath(file.path());
            if (wrong.isEmpty()) {
                wrong = clash(seen, file.path());
            }
            if (!wrong.isEmpty()) {
                faults.add(new Fault(
                        request.shown() + " has a file that can't be in a bundle: " + Names.shown(file.path()) + ": "
                                + wrong,
                        request.where(),
                        "",
                        "leave it out by <excludes>, if it is not needed"));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults.subList(0, Math.min(faults.size(), 10)));
        }
    }

    private static String clash(Map<String, String> seen, String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            String before = seen.putIfAbsent(Names.folded(folder), folder + "/");
            if (before != null && !before.equals(folder + "/")) {
                return clash(before);
            }
        }
        String before = seen.putIfAbsent(Names.folded(path), path);
        return before == null ? "" : clash(before);
    }

    private static String clash(String before) {
        return "it clashes with " + Names.shown(before) + ", for file systems that ignore letters' case most of all";
    }
}
