package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.goal.HubSpec;
import dev.airgap.goal.ModelSource;
import dev.airgap.goal.ModelSpec;
import dev.airgap.http.SafeUrl;
import dev.airgap.input.Lists;
import dev.airgap.lock.ModelLayout;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns {@code <models>} into snapshots as asked for. */
final class ModelsReader {

    private final List<HubSpec> hubs;
    private final String where;
    private final TrustedCode trusted;
    private final List<Fault> faults;

    private ModelsReader(List<HubSpec> hubs, String where, TrustedCode trusted, List<Fault> faults) {
        this.hubs = hubs;
        this.where = where;
        this.trusted = trusted;
        this.faults = faults;
    }

    /**
     * Reads them all.
     *
     * @param list the command line's words, which win over the POM; null for none
     * @param hubs never empty
     * @param place of a {@code <model>}, for people
     * @param trusted whose code is trusted by the command line's word
     * @param faults takes what is wrong
     */
    static List<ModelSpec> read(
            String list,
            List<ModelElement> elements,
            List<HubSpec> hubs,
            String place,
            TrustedCode trusted,
            List<Fault> faults) {
        ModelsReader reader = new ModelsReader(hubs, list == null ? place : "-Dairgap.models", trusted, faults);
        List<ModelSpec> specs = reader.specs(list, elements);
        trusted.check(specs, faults);
        return specs;
    }

    private List<ModelSpec> specs(String list, List<ModelElement> elements) {
        if (list == null) {
            return elements.stream().map(this::spec).toList();
        }
        List<ModelSpec> specs = new ArrayList<>();
        for (String word : Lists.split(list)) {
            ModelElement element = new ModelElement();
            element.set(word);
            specs.add(spec(element));
        }
        return specs;
    }

    private ModelSpec spec(ModelElement element) {
        ModelSource source = source(element);
        String hub = element.hub().isEmpty() ? hubs.get(0).id() : element.hub();
        if (element.repo().isEmpty()) {
            faults.add(Fault.of("A model has no <repo>").at(where).advise("Name it: <repo>org/name</repo>."));
        } else if (hubs.stream().noneMatch(spec -> spec.id().equals(hub))) {
            faults.add(Fault.of("The model " + element.repo() + " names a hub that is not there: " + hub)
                    .at(where)
                    .advise("Declare it in <hubs>, or leave <hub> away for the first one."));
        }
        return new ModelSpec(
                source.kind() == ModelSource.Kind.HUB ? hub : "",
                element.repo(),
                element.revision(),
                element.type(),
                element.weights(),
                element.includes(),
                element.excludes(),
                where,
                source,
                layout(element),
                trusted.word(element));
    }

    private ModelSource source(ModelElement element) {
        List<ModelSource> sources = element.sources();
        if (sources.isEmpty()) {
            return ModelSource.HUB;
        }
        String words =
                sources.stream().map(source -> "<" + source.kind().word() + ">").collect(Collectors.joining(" and "));
        if (sources.size() > 1 || !element.hub().isEmpty()) {
            String all = element.hub().isEmpty() ? words : "<hub> and " + words;
            faults.add(Fault.of("The model " + name(element) + " has several sources: " + all)
                    .at(where)
                    .advise("Keep the one that it is to come from."));
        }
        ModelSource source = sources.get(0);
        if (source.kind() != ModelSource.Kind.ARTIFACT && !isPath(source.text())) {
            faults.add(Fault.of("The source of the model " + name(element) + " is no path: "
                            + SafeUrl.printable(source.text()))
                    .at(where)
                    .advise("Write a path, absolute or relative to the folder of the POM."));
            return ModelSource.HUB;
        }
        return source;
    }

    private ModelLayout layout(ModelElement element) {
        List<String> words = Lists.split(element.layout());
        boolean flat = words.contains(ModelLayout.FLAT_WORD);
        boolean hub = words.contains(ModelLayout.HUB_WORD);
        if (!Set.of(ModelLayout.HUB_WORD, ModelLayout.FLAT_WORD).containsAll(words) || (!flat && !hub)) {
            faults.add(Fault.of("The layout of the model " + name(element) + " is unknown: "
                            + SafeUrl.printable(element.layout()))
                    .at(where)
                    .because("Expected hub, flat, or both separated by a comma.")
                    .advise("Write one of these, or leave <layout> away for hub."));
            return ModelLayout.HUB;
        }
        if (!flat && !element.path().isEmpty()) {
            faults.add(Fault.of("The model " + name(element) + " has a <path>, but no flat layout")
                    .at(where)
                    .because("In the Hub's cache its place is given by its name.")
                    .advise("Add <layout>flat</layout>, or take <path> out."));
        }
        if (!flat || element.repo().isEmpty()) {
            return ModelLayout.HUB;
        }
        try {
            return new ModelLayout(hub, element.path().isEmpty() ? element.repo() : element.path());
        } catch (IllegalArgumentException e) {
            faults.add(Fault.of("The <path> of the model " + name(element) + " can't be used: " + e.getMessage())
                    .at(where)
                    .advise("Write names separated by slashes; they lie below models/flat in the bundle."));
            return ModelLayout.HUB;
        }
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String name(ModelElement element) {
        return SafeUrl.printable(element.repo());
    }
}
