package dev.airgap.goal;

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
 */
public record Wishes(Configuration configuration, List<Target> targets, Asked asked, Inputs inputs) {

    /**
     * Gathers what decides the lock.
     *
     * @param configuration as the user declared it
     * @param effective the same with what the files themselves say of indexes and pre-releases; those words are among the
     *     files' inputs already, as written
     */
    static Wishes of(Configuration configuration, Configuration effective, List<Target> targets, Asked asked) {
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
            inputs = inputs.with(
                    key(model),
                    List.of(
                            "hub " + model.hub(),
                            "weights " + model.weights(),
                            "includes " + model.includes(),
                            "excludes " + model.excludes()));
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
        return new Wishes(effective, targets, asked, inputs);
    }

    /** Names a snapshot among the inputs. */
    static String key(ModelSpec model) {
        return model.type() + " " + model.repo() + "@" + model.revision();
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
