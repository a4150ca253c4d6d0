package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.Configuration.Written;
import dev.airgap.hub.LocalSnapshot;
import dev.airgap.input.Asked;
import dev.airgap.input.Option;
import dev.airgap.input.RequirementReader;
import dev.airgap.input.Word;
import dev.airgap.python.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files that a configuration names, and works out its targets; sends nothing. */
public final class WishReader {

    private static final Logger LOG = LoggerFactory.getLogger(WishReader.class);

    private final Places places;
    private final Map<String, String> environment;

    /**
     * Makes a reader.
     *
     * @param environment the variables that requirements files may name
     */
    public WishReader(Places places, Map<String, String> environment) {
        this.places = places;
        this.environment = environment;
    }

    /** Reads everything; all faults of targets and files come together. */
    public Wishes read(Configuration configuration) {
        Faults faults = new Faults();
        Asked asked = faults.gather(null, () -> asked(configuration));
        List<Target> targets = faults.gather(List.of(), () -> new TargetReader(places).read(configuration.targets()));
        faults.gather(null, () -> {
            ContentCheck.check(configuration);
            return null;
        });
        faults.gather(null, () -> {
            if (asked != null) {
                RunningPython.check(asked, targets);
            }
            return null;
        });
        boolean sound = faults.isEmpty();
        Map<String, LocalSnapshot> folders =
                faults.gather(Map.of(), () -> sound ? LocalModels.folders(configuration, places) : Map.of());
        faults.raise();
        for (String note : asked.notes()) {
            LOG.warn("{}", note);
        }
        if (asked.isEmpty() && !configuration.requirements().isEmpty()) {
            LOG.warn("The requirements ask for nothing: the bundle will hold no wheel.");
        }
        return Wishes.of(configuration, withOptions(configuration, asked), targets, asked, folders, places);
    }

    private Asked asked(Configuration configuration) {
        try {
            return new RequirementReader(places.base(), environment)
                    .read(
                            words(configuration.requirements()),
                            words(configuration.constraints()),
                            words(configuration.overrides()),
                            words(configuration.exclusions()));
        } catch (IOException e) {
            throw new FaultException(Fault.of("The requirements can't be read").because(String.valueOf(e)), e);
        }
    }

    private static List<Word> words(List<Written> written) {
        return written.stream().map(one -> new Word(one.text(), one.where())).toList();
    }

    /** Takes up what the files themselves say of indexes and pre-releases; the POM's own indexes win. */
    private static Configuration withOptions(Configuration configuration, Asked asked) {
        List<IndexSpec> indexes = new ArrayList<>();
        boolean silent = configuration.indexes().size() == 1
                && configuration.indexes().get(0).url().isEmpty();
        List<Option> index = asked.options("--index-url");
        if (silent && !asked.options("--no-index").isEmpty()) {
            indexes.clear();
        } else if (silent && !index.isEmpty()) {
            Option last = index.get(index.size() - 1);
            indexes.add(new IndexSpec("pypi", last.value(), List.of(), last.where(), false, false));
        } else {
            indexes.addAll(configuration.indexes());
        }
        for (Option option : asked.options("--extra-index-url")) {
            indexes.add(new IndexSpec(free("extra", indexes), option.value(), List.of(), option.where(), false, false));
        }
        for (Option option : asked.options("--find-links")) {
            indexes.add(new IndexSpec(free("links", indexes), option.value(), List.of(), option.where(), true, false));
        }
        if (indexes.isEmpty() && !asked.isEmpty()) {
            throw new FaultException(Fault.of("No index is left to take wheels from")
                    .at(asked.options("--no-index").get(0).where())
                    .advise("Take --no-index out, or name a folder of wheels with --find-links."));
        }
        return configuration.with(
                indexes, PrereleaseWords.with(configuration.prereleases(), asked.options()), asked.addresses());
    }

    private static String free(String stem, List<IndexSpec> indexes) {
        return IndexSpec.freeId(stem, indexes.stream().map(IndexSpec::id).toList());
    }
}
