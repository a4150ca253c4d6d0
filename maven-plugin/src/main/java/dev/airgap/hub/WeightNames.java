package dev.airgap.hub;

import dev.airgap.hub.SnapshotPlan.PlannedFile;
import dev.airgap.lock.LockedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what the files of a locked snapshot promise by their names, and which of them were asked for by name. */
public final class WeightNames {

    private final Map<String, WeightFile> files = new HashMap<>();

    /** Reads the names of a snapshot's files. */
    public WeightNames(LockedModel model) {
        List<PlannedFile> listing = new ArrayList<>();
        for (LockedModel.ModelFile file : model.files()) {
            listing.add(new PlannedFile(file.path(), file.size(), file.oid(), file.sha256()));
        }
        for (WeightFile file : new WeightReader(listing).read(listing)) {
            files.put(file.path(), file);
        }
    }

    /** Gives the format that a name promises; null for none, for a companion of weights and for an index of shards. */
    public WeightFormat format(String path) {
        WeightFile file = files.get(path);
        return file.payload() || file.training() ? file.format() : null;
    }

    /** Gives a path without its extension and shard number: the shards of one checkpoint have it in common. */
    public String checkpoint(String path) {
        WeightFile file = files.get(path);
        return file.folder() + file.stem();
    }

    /**
     * Tells whether a file that can run code was asked for by name: its format in the weights, or the file in the
     * includes. A pattern counts where the file's own name says what it is; else the include has to be its very path.
     *
     * @param format what the file is, or null where that is unknown
     */
    public boolean isAsked(ModelRequest request, String path, WeightFormat format) {
        Set<WeightFormat> formats = request.weights().formats();
        if (request.weights().all() || (format != null && formats.contains(format))) {
            return true;
        }
        if (request.includes().contains(path)) {
            return true;
        }
        WeightFile file = files.get(path);
        boolean honest = file.format() != null && file.format().canRunCode();
        return honest && new Patterns(request.includes(), request.excludes()).names(path, file.ending());
    }
}
