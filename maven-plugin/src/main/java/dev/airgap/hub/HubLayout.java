package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lays locked snapshots out as the reference client's cache, of regular files alone: {@code refs} and {@code snapshots},
 * no blobs, no links, and no {@code trees}, which would declare a filtered snapshot incomplete.
 */
public final class HubLayout {

    /** The folder in the bundle that HF_HUB_CACHE names. */
    public static final String ROOT = "models/hub/";

    private HubLayout() {}

    /**
     * Places one file.
     *
     * @param path in the bundle
     * @param model the snapshot that it belongs to
     * @param file whose content it has; empty for a ref
     */
    public record Laid(String path, LockedModel model, Optional<ModelFile> file) {

        /** Gives a ref's content: the commit without a line's end, since readers do not strip it. */
        public String text() {
            return model.commit();
        }
    }

    /**
     * Places the files of all snapshots that stand in the cache, each path once, sorted.
     *
     * @throws FaultException where two of them claim one place
     */
    public static List<Laid> of(List<LockedModel> models) {
        Map<String, List<LockedModel>> repos = new LinkedHashMap<>();
        for (LockedModel model :
                models.stream().filter(one -> one.layout().hub()).toList()) {
            repos.computeIfAbsent(folder(model), folder -> new ArrayList<>()).add(model);
        }
        Map<String, Laid> laid = new TreeMap<>();
        repos.forEach((folder, snapshots) -> {
            for (LockedModel model : snapshots) {
                if (!model.revision().equals(model.commit())) {
                    put(laid, new Laid(folder + "refs/" + model.revision(), model, Optional.empty()));
                }
                for (ModelFile file : model.files()) {
                    String path = folder + "snapshots/" + model.commit() + "/" + file.path();
                    put(laid, new Laid(path, model, Optional.of(file)));
                }
            }
            // Loaders ask for main when they are not told otherwise, and there is but one thing to give them.
            if (snapshots.stream().map(LockedModel::commit).distinct().count() == 1) {
                put(laid, new Laid(folder + "refs/main", snapshots.get(0), Optional.empty()));
            }
        });
        return List.copyOf(laid.values());
    }

    /** Gives a repository's folder in the bundle, with a trailing slash. */
    static String folder(LockedModel model) {
        return ROOT + folder(model.type(), model.repo()) + "/";
    }

    /** Gives the name of a repository's folder in a cache. */
    static String folder(String type, String repo) {
        return type + "s--" + repo.replace("/", "--");
    }

    static void put(Map<String, Laid> laid, Laid next) {
        Laid before = laid.putIfAbsent(next.path(), next);
        if (before == null) {
            return;
        }
        boolean same = next.file().isEmpty()
                ? before.text().equals(next.text())
                : before.file().map(ModelFile::sha256).equals(next.file().map(ModelFile::sha256));
        if (!same) {
            throw new FaultException(new Fault(
                    "Two models claim one place in the bundle",
                    next.path(),
                    told(before) + "\n" + told(next),
                    next.path().startsWith(ROOT)
                            ? "a bundle can hold a revision of a repository once: leave one of the two out, or name its"
                                    + " commit"
                            : "Give one of them another <path>."));
        }
    }

    private static String told(Laid laid) {
        LockedModel model = laid.model();
        return model.repo() + "@" + model.revision() + " of the hub " + model.hub() + ", commit " + model.commit();
    }
}
