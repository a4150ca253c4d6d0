package dev.airgap.hub;

import dev.airgap.fault.FaultException;
import dev.airgap.http.Origin;
import dev.airgap.http.Reply;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for the headers of single files, where a listing gave names alone. */
final class HeadProbe {

    private static final int AT_ONCE = 8;
    private static final int MOST_HOPS = 5;

    private final HubClient client;
    private final HubFaults faults;

    HeadProbe(HubClient client) {
        this.client = client;
        this.faults = new HubFaults(client);
    }

    /** Gives the files with what their headers say of size and hash; those that are complete cost nothing. */
    List<PlannedFile> complete(ModelRequest request, String commit, List<PlannedFile> files, List<String> notes) {
        List<PlannedFile> bare = new ArrayList<>();
        for (PlannedFile file : files) {
            if (file.oid().isEmpty()) {
                bare.add(file);
            }
        }
        if (bare.isEmpty()) {
            return files;
        }
        List<Probed> probed = probe(request, commit, bare);
        List<PlannedFile> all = new ArrayList<>(files.size());
        int next = 0;
        Map<String, Integer> unproved = new TreeMap<>();
        for (PlannedFile file : files) {
            if (!file.oid().isEmpty()) {
                all.add(file);
                continue;
            }
            Probed best = probed.get(next++);
            all.add(best.file());
            if (best.file().oid().isEmpty()) {
                unproved.merge(best.cause(), 1, Integer::sum);
            }
        }
        unproved.forEach((cause, count) -> notes.add(count + (count == 1 ? " file of " : " files of ")
                + request.shown() + " can't be checked against the repository when it is first fetched: the server at "
                + client.address() + " " + cause));
        return all;
    }

    /**
     * Holds what headers said of a file.
     *
     * @param cause why they prove nothing, the end of a sentence about the server; empty where they do
     */
    private record Probed(PlannedFile file, String cause) {}

    private List<Probed> probe(ModelRequest request, String commit, List<PlannedFile> files) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(AT_ONCE, files.size()), work -> {
            Thread thread = new Thread(work, "airgap-hub");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Probed>> running = new ArrayList<>();
            for (PlannedFile file : files) {
                running.add(pool.submit(() -> probe(request, commit, file)));
            }
            List<Probed> done = new ArrayList<>();
            for (Future<Probed> future : running) {
                done.add(future.get());
            }
            return done;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FaultException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + request.shown() + " was read", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Probed probe(ModelRequest request, String commit, PlannedFile file) {
        URI url = client.address().resolve(request.type(), request.repo(), commit, file.path());
        for (int hop = 0; ; hop++) {
            try (Reply reply = client.head(url)) {
                int status = reply.status();
                Optional<URI> near =
                        status >= 300 && status < 400 && hop < MOST_HOPS ? near(reply, url) : Optional.empty();
                if (near.isPresent() && linked(reply, "X-Linked-Etag").isEmpty()) {
                    url = near.get();
                    continue;
                }
                if (status == 405 || status == 501) {
                    // Nothing is said against the file, only nothing about it.
                    return new Probed(file, "refuses HEAD (" + status + ")");
                }
                if (status == 404 && !HubFaults.isFinal(reply)) {
                    throw new FaultException(faults.noFile(reply, request, file.path()));
                }
                if (status >= 400) {
                    throw new FaultException(faults.of(reply, request));
                }
                client.requireCommit(reply, request, commit);
                return planned(file, reply);
            }
        }
    }

    /** Gives where a redirect leads, if that is the hub itself: what a store elsewhere says is not of the repository. */
    private static Optional<URI> near(Reply reply, URI from) {
        Optional<String> location = reply.header("Location");
        if (location.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI to = from.resolve(location.get());
            return Origin.of(to).equals(Origin.of(from)) ? Optional.of(to) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // A redirect to no address leads nowhere near.
            return Optional.empty();
        }
    }

    private static Optional<String> linked(Reply reply, String name) {
        return reply.header(name).filter(value -> !value.isBlank());
    }

    private static Probed planned(PlannedFile file, Reply reply) {
        Optional<String> linked = linked(reply, "X-Linked-Etag");
        boolean redirect = reply.status() >= 300;
        long size = size(
                linked(reply, "X-Linked-Size").or(() -> redirect ? Optional.empty() : reply.header("Content-Length")));
        if (size < 0) {
            size = file.size();
        }
        // Repository managers put an ETag of their own, which may look the same: sha1 of the content, not of the blob.
        boolean proved = linked.isPresent() || HubClient.commit(reply).isPresent();
        String etag = proved ? bare(linked.or(() -> reply.header("ETag")).orElse("")) : "";
        return new Probed(
                FileEntries.planned(file.path(), size, etag, etag.length() == 64 ? etag : file.sha256()),
                proved
                        ? "gives an ETag that is neither a git oid nor a sha256: it was rewritten on the way"
                        : "gives neither X-Repo-Commit nor X-Linked-Etag, so its ETag may be its own");
    }

    private static long size(Optional<String> header) {
        try {
            return header.isEmpty()
                    ? -1
                    : Math.max(-1, Long.parseLong(header.get().strip()));
        } catch (NumberFormatException e) {
            // A size that is no number is none.
            return -1;
        }
    }

    /** Takes the weakness mark and the quotes off an ETag. */
    static String bare(String etag) {
        String text = etag.strip();
        text = text.startsWith("W/") ? text.substring(2) : text;
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
