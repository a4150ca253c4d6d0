package dev.airgap.mojo;

import dev.airgap.goal.ModelSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Holds a {@code <model>}: a snapshot of a model or a dataset. */
public final class ModelElement {

    /** Names the repository, {@code org/name}. */
    private String repo;

    /** Names a branch, a tag or a commit; {@code main} by default. */
    private String revision;

    /** Says what it is: {@code model} (default) or {@code dataset}. */
    private String type;

    /** Says which weight formats are taken: {@code auto} (default), {@code all}, or a list. */
    private String weights;

    /** Names the {@code <hub>} that has it; the first by default. */
    private String hub;

    /** Lists the patterns of the files to take; all by default. */
    private List<String> includes = new ArrayList<>();

    /** Lists the patterns of the files to leave. */
    private List<String> excludes = new ArrayList<>();

    /** Names a folder that holds the files, for a model that comes from no hub. */
    private String folder;

    /** Names a Hugging Face cache that holds the snapshot, the folder that HF_HUB_CACHE names. */
    private String cache;

    /** Names a Maven artifact that holds the files, {@code groupId:artifactId:version[:type[:classifier]]}. */
    private String artifact;

    /** Says how it is laid out: {@code hub} (default), {@code flat}, or both separated by a comma. */
    private String layout;

    /** Names its folder below models/flat in the bundle; the repo's name by default. */
    private String path;

    /**
     * Says what becomes of code that the model brings and loaders run where they trust it: {@code true} pins and lists it,
     * {@code false} leaves it out; a model that brings some is refused until one is said.
     */
    private String remoteCode;

    /**
     * Takes the text of {@code <model>org/name@revision</model>}, behind which {@code =folder:}, {@code =cache:} or
     * {@code =artifact:} may name a source; Maven calls it.
     */
    public void set(String word) {
        String name = word;
        for (String source : List.of("folder", "cache", "artifact")) {
            int start = name.indexOf("=" + source + ":");
            if (start >= 0) {
                String text = name.substring(start + source.length() + 2);
                name = name.substring(0, start);
                this.folder = source.equals("folder") ? text : folder;
                this.cache = source.equals("cache") ? text : cache;
                this.artifact = source.equals("artifact") ? text : artifact;
            }
        }
        int at = name.indexOf('@');
        this.repo = at < 0 ? name : name.substring(0, at);
        this.revision = at < 0 ? null : name.substring(at + 1);
    }

    /** Lists the sources that are given, besides a hub. */
    List<ModelSource> sources() {
        List<ModelSource> sources = new ArrayList<>();
        add(sources, ModelSource.Kind.FOLDER, folder);
        add(sources, ModelSource.Kind.CACHE, cache);
        add(sources, ModelSource.Kind.ARTIFACT, artifact);
        return sources;
    }

    private static void add(List<ModelSource> sources, ModelSource.Kind kind, String text) {
        if (text != null && !text.isBlank()) {
            sources.add(new ModelSource(kind, text.trim()));
        }
    }

    String layout() {
        return layout == null || layout.isBlank() ? "hub" : layout.trim();
    }

    String path() {
        return path == null ? "" : path.trim();
    }

    String repo() {
        return repo == null ? "" : repo.trim();
    }

    String revision() {
        return revision == null || revision.isBlank() ? "main" : revision.trim();
    }

    String type() {
        return type == null || type.isBlank() ? "model" : type.trim();
    }

    String weights() {
        return weights == null || weights.isBlank() ? "auto" : weights.trim();
    }

    String hub() {
        return hub == null ? "" : hub.trim();
    }

    String remoteCode() {
        return remoteCode == null ? "" : remoteCode.trim();
    }

    List<String> includes() {
        return includes.stream().filter(Objects::nonNull).toList();
    }

    List<String> excludes() {
        return excludes.stream().filter(Objects::nonNull).toList();
    }
}
