package dev.airgap.hub.loader;

import dev.airgap.hub.Names;
import dev.airgap.lock.LockedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the code that a snapshot's settings lead loaders to: {@code auto_map} and {@code custom_pipelines} of
 * transformers, modules of sentence-transformers, components of diffusers. A reference is {@code file.Class}, or
 * {@code org/name--file.Class} for a file of another repository (transformers, dynamic_module_utils).
 */
public final class CodeReferences {

    /** The settings that loaders read code's names from, in any folder. */
    private static final Set<String> SETTINGS = Set.of(
            "config.json",
            "tokenizer_config.json",
            "processor_config.json",
            "preprocessor_config.json",
            "video_preprocessor_config.json",
            "image_processor_config.json",
            "feature_extractor_config.json",
            "generation_config.json",
            "adapter_config.json",
            "config_sentence_transformers.json",
            "modules.json",
            "model_index.json");

    private final Snapshot snapshot;
    private final Map<String, CodeReference> found = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private CodeReferences(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Tells whether a file is among those that must be read before it is known what code a model wants. */
    public static boolean isRead(LockedModel.ModelFile file) {
        return file.size() <= JsonFile.LONGEST && SETTINGS.contains(Snapshot.name(file.path()));
    }

    /** Lists the code that a snapshot's settings name, each file once; of settings that were not fetched nothing. */
    public static List<CodeReference> of(Snapshot snapshot) {
        return List.copyOf(read(snapshot).found.values());
    }

    /** Says which settings can't be read or name what can't be a file; a sentence's end each. */
    static List<String> wrong(Snapshot snapshot) {
        return read(snapshot).wrong;
    }

    private static CodeReferences read(Snapshot snapshot) {
        CodeReferences references = new CodeReferences(snapshot);
        if (snapshot.model().type().equals("dataset")) {
            return references;
        }
        for (String path : snapshot.paths()) {
            if (SETTINGS.contains(Snapshot.name(path))) {
                references.read(path);
            }
        }
        return references;
    }

    private void read(String path) {
        JsonFile json = snapshot.json(path);
        if (json.isUnreadable()) {
            wrong.add(Names.shown(path) + " is no JSON that can be read, so that nobody knows what code it names");
            return;
        }
        String folder = Snapshot.folder(path);
        switch (Snapshot.name(path)) {
            case "modules.json" -> {
                for (Object module : json.elements()) {
                    String type = new JsonFile(module).field("type").text();
                    // Without such a file it is a class of an installed package.
                    if (!type.startsWith("sentence_transformers.")
                            && (type.contains("--") || snapshot.has(folder + file(type)))) {
                        add(path, "type", type, folder);
                    }
                }
            }
            case "model_index.json" ->
                json.fields().forEach((component, value) -> {
                    List<String> words = new JsonFile(value).texts();
                    String below = component.equals("_class_name") ? folder : folder + component + "/";
                    if (value instanceof List<?> && words.size() == 2 && snapshot.has(below + words.get(0) + ".py")) {
                        add(path, String.valueOf(component), words.get(0) + "." + words.get(1), below);
                    }
                });
            default -> {
                json.field("auto_map").fields().forEach((name, value) -> {
                    for (String reference : new JsonFile(value).texts()) {
                        add(path, String.valueOf(name), reference, folder);
                    }
                });
                json.field("custom_pipelines").fields().forEach((name, value) -> {
                    String reference = new JsonFile(value).field("impl").text();
                    if (!reference.isEmpty()) {
                        add(path, String.valueOf(name), reference, folder);
                    }
                });
            }
        }
    }

    /** Gives the file of {@code file.Class}. */
    private static String file(String reference) {
        int dot = reference.indexOf('.');
        return (dot < 0 ? reference : reference.substring(0, dot)) + ".py";
    }

    private void add(String path, String name, String reference, String folder) {
        int dashes = reference.indexOf("--");
        String repo = dashes < 0 ? "" : reference.substring(0, dashes);
        String rest = dashes < 0 ? reference : reference.substring(dashes + 2);
        String said = Names.shown(path) + ": " + Names.shown(name) + " is " + Names.shown(reference);
        boolean own = repo.isEmpty() || repo.equals(snapshot.model().repo());
        String file = (own ? folder : "") + file(rest);
        boolean fit = (own || Names.isRepo(repo))
                && rest.indexOf('/') < 0
                && !rest.startsWith(".")
                && Names.wrongPath(file).isEmpty();
        if (!fit) {
            wrong.add(said + ", which names no file of a repository");
            return;
        }
        // Below a folder a loader looks beside the settings first, then at the top.
        if (own && !snapshot.has(file) && snapshot.has(file(rest))) {
            file = file(rest);
        }
        found.putIfAbsent((own ? "" : repo) + "/" + file, new CodeReference(said, own ? "" : repo, file));
    }
}
