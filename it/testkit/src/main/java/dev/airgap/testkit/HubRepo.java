package dev.airgap.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds a repository for the hub: files, commits, branches and tags. Calls take effect in their order. */
public final class HubRepo {
    private final String id;
    private final String type;
    private final TreeMap<String, HubFile> staged = new TreeMap<>();
    private final Map<String, HubCommit> commits = new LinkedHashMap<>();
    private final Map<String, String> branches = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<Glob> lfsPatterns = new ArrayList<>(List.of(
            new Glob("*.safetensors"),
            new Glob("*.bin"),
            new Glob("*.onnx"),
            new Glob("*.h5"),
            new Glob("*.gguf"),
            new Glob("*.pt")));
    private final Map<String, Object> card = new LinkedHashMap<>();
    private long lfsOver = 10_000_000;
    private boolean gated;
    private boolean hidden;

    private HubRepo(String type, String id) {
        this.type = type;
        this.id = id;
    }

    /** Begins a model repository such as {@code org/name}. */
    public static HubRepo model(String id) {
        return new HubRepo("model", id);
    }

    public static HubRepo dataset(String id) {
        return new HubRepo("dataset", id);
    }

    /** Keeps files from here on in LFS where they are larger, beside those that match a pattern. */
    public HubRepo lfsOver(long bytes) {
        this.lfsOver = bytes;
        return this;
    }

    /** Keeps matching files from here on in LFS. */
    public HubRepo lfs(String glob) {
        lfsPatterns.add(new Glob(glob));
        return this;
    }

    public HubRepo file(String path, String text) {
        return file(path, Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    public HubRepo file(String path, byte[] bytes) {
        return file(path, Content.of(bytes));
    }

    public HubRepo file(String path, Content content) {
        boolean lfs = content.length() > lfsOver || lfsPatterns.stream().anyMatch(p -> p.matches(path));
        staged.put(path, lfs ? HubFile.lfs(path, content) : HubFile.plain(path, content));
        return this;
    }

    /** Lists an LFS file of any size, a made-up one: asked for, it is missing. */
    public HubRepo claimed(String path, long size) {
        staged.put(path, HubFile.claimed(path, size));
        return this;
    }

    /** Adds all files below a folder. */
    public HubRepo folder(Path folder) {
        try (var found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                file(folder.relativize(file).toString().replace('\\', '/'), Content.of(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public HubRepo remove(String path) {
        staged.remove(path);
        return this;
    }

    /** Commits what is there to main; the server does so itself where nobody did. */
    public HubRepo commit(String message) {
        HubCommit commit = HubCommit.of(message, staged);
        commits.put(commit.sha(), commit);
        branches.put("main", commit.sha());
        return this;
    }

    /** Tags main's commit. */
    public HubRepo tag(String name) {
        tags.put(name, sha());
        return this;
    }

    /** Starts a branch at main's commit; a name such as {@code refs/pr/1} stands as it is. */
    public HubRepo branch(String name) {
        branches.put(name, sha());
        return this;
    }

    /** Shows the repository to all, but its files only to those who were let in. */
    public HubRepo gated() {
        this.gated = true;
        return this;
    }

    /** Hides the repository from those without a token. */
    public HubRepo hidden() {
        this.hidden = true;
        return this;
    }

    /** Declares a field of the model card, such as its licence. */
    public HubRepo card(String key, String value) {
        card.put(key, value);
        return this;
    }

    /** Gives main's commit. */
    public String sha() {
        if (!branches.containsKey("main")) {
            commit("Initial commit");
        }
        return branches.get("main");
    }

    /** Gives what the hub names a file by: the sha256 of an LFS file, else git's id of the blob. */
    public String etag(String path) {
        return commits.get(sha()).files().get(path).etag();
    }

    public String id() {
        return id;
    }

    String type() {
        return type;
    }

    boolean isGated() {
        return gated;
    }

    boolean isHidden() {
        return hidden;
    }

    Map<String, Object> card() {
        return card;
    }

    Map<String, String> branches() {
        return branches;
    }

    Map<String, String> tags() {
        return tags;
    }

    HubFile blob(String sha256) {
        for (HubCommit commit : commits.values()) {
            for (HubFile file : commit.files().values()) {
                if (sha256.equals(file.sha256())) {
                    return file;
                }
            }
        }
        return null;
    }

    /** Splits {@code rev[/path]} where a known revision ends; null where none fits. */
    Place place(String text) {
        sha();
        Place best = null;
        for (Map<String, String> names : List.of(branches, tags)) {
            for (Map.Entry<String, String> e : names.entrySet()) {
                best = longer(best, text, e.getKey(), e.getValue());
            }
        }
        for (String sha : commits.keySet()) {
            best = longer(best, text, sha, sha);
        }
        return best;
    }

    private Place longer(Place best, String text, String revision, String sha) {
        boolean fits = text.equals(revision) || text.startsWith(revision + "/");
        if (!fits || best != null && best.revision().length() >= revision.length()) {
            return best;
        }
        String path = text.equals(revision) ? "" : text.substring(revision.length() + 1);
        return new Place(revision, commits.get(sha), path);
    }

    /**
     * Names a place in a repository.
     *
     * @param revision as it was asked for
     * @param commit what it stands for
     * @param path below it; empty for the root
     */
    record Place(String revision, HubCommit commit, String path) {}
}
