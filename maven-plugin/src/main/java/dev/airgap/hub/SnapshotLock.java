package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Reply;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.store.Blob;
import dev.airgap.store.Downloads;
import dev.airgap.store.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a plan into pins, and learns by fetching what only the content can tell. */
final class SnapshotLock {

    private final HubClient client;

    SnapshotLock(HubClient client) {
        this.client = client;
    }

    /** Names a file of a repository as people are told of it. */
    static String label(String repo, String path) {
        return repo + "/" + path;
    }

    LockedModel lock(SnapshotPlan plan, Optional<LockedModel> before, Downloads downloads) {
        ModelRequest request = plan.request();
        Map<String, ModelFile> known = new HashMap<>();
        before.ifPresent(model -> model.files().forEach(file -> known.put(file.oid(), file)));
        ModelFile[] locked = new ModelFile[plan.files().size()];
        List<Downloads.Job> jobs = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < locked.length; i++) {
            PlannedFile file = plan.files().get(i);
            ModelFile same = file.oid().isEmpty() ? null : known.get(file.oid());
            if (!file.sha256().isEmpty() && !file.oid().isEmpty() && file.size() >= 0) {
                locked[i] = new ModelFile(file.path(), file.size(), file.oid(), file.sha256());
            } else if (file.sha256().isEmpty() && same != null && (file.size() < 0 || file.size() == same.size())) {
                locked[i] = new ModelFile(file.path(), same.size(), same.oid(), same.sha256());
            } else {
                jobs.add(new Downloads.Job(blob(request, plan.commit(), file), null));
                places.add(i);
            }
        }
        List<Entry> entries = jobs.isEmpty() ? List.of() : fetch(request, jobs, downloads);
        for (int i = 0; i < entries.size(); i++) {
            locked[places.get(i)] = learnt(request, plan.files().get(places.get(i)), entries.get(i));
        }
        return new LockedModel(
                request.hub(), request.repo(), request.type(), request.revision(), plan.commit(), List.of(locked));
    }

    private List<Entry> fetch(ModelRequest request, List<Downloads.Job> jobs, Downloads downloads) {
        try {
            return downloads.fetch(jobs);
        } catch (FaultException e) {
            throw explained(request, jobs.get(0).blob().url(), e);
        }
    }

    /**
     * Puts the hub's own reason in place of a failed download's, where the hub keeps the repository's files from us: it
     * shows gated repositories' lists to all.
     */
    FaultException explained(ModelRequest request, URI url, FaultException failure) {
        try (Reply reply = client.head(url)) {
            boolean kept = reply.status() == 401 || reply.status() == 403 || HubFaults.isFinal(reply);
            return kept ? new FaultException(new HubFaults(client).of(reply, request), failure) : failure;
        } catch (FaultException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    private Blob blob(ModelRequest request, String commit, PlannedFile file) {
        URI url = client.address().resolve(request.type(), request.repo(), commit, file.path());
        String label = label(request.repo(), file.path());
        // The oid of an LFS file is its pointer's, which proves nothing of the content.
        return file.sha256().isEmpty()
                ? new Blob(label, client.id(), url, "", file.oid(), file.size())
                : Blob.sha256(label, client.id(), url, file.sha256(), file.size());
    }

    private static ModelFile learnt(ModelRequest request, PlannedFile file, Entry entry) {
        if (!file.oid().isEmpty()) {
            return new ModelFile(file.path(), entry.size(), file.oid(), entry.sha256());
        }
        if (!file.sha256().isEmpty()) {
            return new ModelFile(
                    file.path(), entry.size(), FileEntries.pointer(entry.sha256(), entry.size()), entry.sha256());
        }
        try (InputStream content = Files.newInputStream(entry.path())) {
            MessageDigest sha1 = FileEntries.sha1();
            sha1.update(("blob " + entry.size() + "\0").getBytes(StandardCharsets.US_ASCII));
            byte[] buffer = new byte[1 << 16];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                sha1.update(buffer, 0, n);
            }
            String oid = HexFormat.of().formatHex(sha1.digest());
            return new ModelFile(file.path(), entry.size(), oid, entry.sha256());
        } catch (IOException e) {
            throw new FaultException(
                    new Fault(
                            label(request.repo(), file.path()) + " can't be read from the store",
                            entry.path().toString(),
                            String.valueOf(e.getMessage()),
                            "give read permission there, or name another store by -Dairgap.store"),
                    e);
        }
    }
}
