package dev.airgap.goal;

import dev.airgap.hub.LocalSnapshot;
import dev.airgap.input.Asked;
import dev.airgap.lock.Inputs;
import dev.airgap.python.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds a configuration after its files were read and its targets worked out: what is to be locked.
 *
 * @param targets by id, each once
 * @param inputs what decides the lock, and nothing else: no mirror, no credential, no environment
 * @param folders models that lie in folders of this machine, by their keys
 */
public record Wishes(
        Configuration configuration,
        List<Target> targets,
        Asked asked,
        Inputs inputs,
        Map<String, LocalSnapshot> folders) {

    private static final String REMOTE_CODE = "remote-code ";

    /** Holds what no folder of a model has a part in. */
    Wishes(Configuration configuration, List<Target> targets, Asked asked, Inputs inputs) {
        this(configuration, targets, asked, inputs, Map.of());
    }

    /**
     * Gathers what decides the lock.
     *
     * @param configuration as the user declared it
     * @param effective the same with what the files themselves say of indexes and pre-releases; those words are among the
     *     files' inputs already, as written
     * @param folders models that lie in folders of this machine, by their keys
     */
    static Wishes of(
            Configuration configuration,
            Configuration effective,
            List<Target> targets,
            Asked asked,
            Map<String, LocalSnapshot> folders,
            Places places) {
        Inputs inputs = Inputs.none();
        for (Target target : targets) {
            inputs = inputs.with("target " + target.id(), target.digest());
        }
        for (Map.Entry<String, List<String>> entry : asked.inputs().entrySet()) {
            inputs = inputs.with(entry.getKey(), entry.getValue());
        }
        for (IndexSpec index : configuration.indexes()) {
            List<String> values = new ArrayList<>();
            values.add(index.url().isEmpty() ? PublicServers.INDEX.toString() : withoutUser(index.url()));
            values.addAll(index.packages());
            inputs = inputs.with("indexes", index.id() + " " + String.join(" ", values));
        }
        for (HubSpec hub : configuration.hubs()) {
            if (configuration.models().stream().anyMatch(model -> model.hub().equals(hub.id()))) {
                String url = hub.url().isEmpty() ? PublicServers.HUB.toString() : withoutUser(hub.url());
                inputs = inputs.with("hubs", hub.id() + " " + url);
            }
        }
        for (ModelSpec model : configuration.models()) {
            inputs = inputs.with(key(model), values(model, folders.get(key(model)), places));
        }
        for (FileSpec file : configuration.files()) {
            inputs = inputs.with(key(file), values(file));
        }
        if (!configuration.requirements().isEmpty()) {
            inputs = inputs.with("prereleases", PrereleaseWords.inputs(configuration.prereleases()))
                    .with("resolution", word(configuration.strategy()));
        }
        for (CutoffSpec cutoff : configuration.excludeNewer()) {
            inputs = inputs.with("exclude-newer", cutoff.input());
        }
        return new Wishes(effective, targets, asked, inputs, folders);
    }

    /** Tells whether a lock was made with the consent to a snapshot's code. */
    static boolean isCodeTrusted(Inputs inputs, String key) {
        return inputs.entries().getOrDefault(key, List.of()).contains(REMOTE_CODE + "true");
    }

    /** Names a snapshot among the inputs. */
    static String key(ModelSpec model) {
        return model.type() + " " + model.repo() + "@" + model.revision();
    }

    /** Gives what the lock keeps of a model's declaration; of a folder what it holds, since nothing else pins it. */
    private static List<String> values(ModelSpec model, LocalSnapshot folder, Places places) {
        ModelSource source = model.source();
        List<String> values = new ArrayList<>();
        values.add(source.isHub() ? "hub " + model.hub() : source.pinned(places));
        values.add("weights " + model.weights());
        values.add("includes " + model.includes());
        values.add("excludes " + model.excludes());
        if (folder != null) {
            values.add("content " + folder.identity());
        }
        // Unsaid it was no input once, and old locks stay current.
        if (!model.remoteCode().isEmpty()) {
            values.add(REMOTE_CODE + model.remoteCode());
        }
        if (model.layout().isFlat()) {
            values.add("layout " + (model.layout().hub() ? "hub, flat " : "flat ")
                    + model.layout().flat());
        }
        return values;
    }

    /** Names a file among the inputs. */
    static String key(FileSpec file) {
        return "file " + file.path();
    }

    /** Gives what the lock keeps of a file's declaration: of a query, which may hold a token, no more than a digest. */
    static List<String> values(FileSpec file) {
        List<String> values = new ArrayList<>();
        String url = withoutUser(file.url());
        values.add(withoutQuery(url));
        if (!withoutQuery(url).equals(url)) {
            values.add("query " + Inputs.none().with("url", url).digest());
        }
        values.add("sha256 " + file.sha256());
        if (file.strip().isPresent()) {
            values.add("unpack, strip " + file.strip().getAsInt());
        }
        return values;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Drops user and password of an address; a password may hold an {@code @} of its own. */
    static String withoutUser(String url) {
        return url.replaceFirst("//[^/?#]*@", "//");
    }

    /** Drops query and fragment of an address. */
    static String withoutQuery(String url) {
        return url.replaceFirst("[?#].*", "");
    }
}
