package dev.airgap.hub.loader;

import dev.airgap.hub.Names;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Holds a locked snapshot together with the places where the bytes of its files lie on this machine. */
public final class Snapshot {

    private final LockedModel model;
    private final Function<ModelFile, Optional<Path>> places;
    private final TreeMap<String, ModelFile> files = new TreeMap<>();
    private final Map<String, JsonFile> read = new HashMap<>();

    /**
     * Takes a snapshot.
     *
     * @param places gives where a file's bytes lie; nothing for one that was not fetched yet, which is passed over then
     */
    public Snapshot(LockedModel model, Function<ModelFile, Optional<Path>> places) {
        this.model = model;
        this.places = places;
        model.files().forEach(file -> files.put(file.path(), file));
    }

    LockedModel model() {
        return model;
    }

    /** Lists the paths of all files, sorted. */
    Set<String> paths() {
        return files.keySet();
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    /** Tells whether a folder holds any file; the empty text is the top. */
    boolean hasFolder(String folder) {
        if (folder.isEmpty()) {
            return !files.isEmpty();
        }
        String next = files.ceilingKey(folder + "/");
        return next != null && next.startsWith(folder + "/");
    }

    /** Gives the size of a file that is there. */
    long size(String path) {
        return files.get(path).size();
    }

    /** Gives where a file's bytes lie; nothing where it is not in the snapshot, or not fetched. */
    Optional<Path> place(String path) {
        return Optional.ofNullable(files.get(path)).flatMap(places);
    }

    /**
     * Reads a JSON object; what is not there, not fetched or no JSON object is empty.
     *
     * @return the same object for the same path
     */
    JsonFile json(String path) {
        return read.computeIfAbsent(path, key -> place(key).map(JsonFile::read).orElse(JsonFile.NONE));
    }

    /** Names the snapshot as people are told of it. */
    String shown() {
        return model.repo() + "@" + model.commit();
    }

    /** Names a file of it as people are told of it. */
    String shown(String path) {
        return Names.shown(path) + " of " + shown();
    }

    /** Gives the folder of a path with its trailing slash, or the empty text. */
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
