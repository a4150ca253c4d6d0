package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.Configuration;
import dev.airgap.goal.Configuration.Written;
import dev.airgap.goal.CutoffSpec;
import dev.airgap.goal.HubSpec;
import dev.airgap.goal.IndexSpec;
import dev.airgap.goal.PrereleaseWords;
import dev.airgap.goal.TargetSpec;
import dev.airgap.http.SafeUrl;
import dev.airgap.input.Lists;
import dev.airgap.resolve.PrereleaseRule;
import dev.airgap.resolve.Problem.Prereleases;
import dev.airgap.resolve.Problem.Strategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns a goal's parameters into a configuration; the command line wins over the POM. All faults come together. */
final class ConfigurationReader {

    private static final int LONGEST_ROOT = 1000;

    private static final String INDEX = "pypi";
    private static final String HUB = "hub";

    private final AbstractContentMojo mojo;
    private final Workplace place;
    private final List<Fault> faults = new ArrayList<>();

    ConfigurationReader(AbstractContentMojo mojo) {
        this.mojo = mojo;
        this.place = mojo.workplace();
    }

    Configuration read() {
        List<HubSpec> hubs = hubs();
        Configuration configuration = new Configuration(
                targets(),
                words("airgap.requirements", mojo.requirementList, mojo.requirements, "<requirement>"),
                words("airgap.constraints", mojo.constraintList, mojo.constraints, "<constraint>"),
                words("airgap.overrides", mojo.overrideList, mojo.overrides, "<override>"),
                words("airgap.exclusions", mojo.exclusionList, mojo.exclusions, "<exclusion>"),
                indexes(),
                hubs,
                ModelsReader.read(
                        mojo.said("airgap.models", mojo.modelList),
                        mojo.models,
                        hubs,
                        place.where("<model>"),
                        TrustedCode.of(mojo.said("airgap.remoteCode", mojo.remoteCode)),
                        faults),
                FilesReader.read(mojo.said("airgap.files", mojo.fileList), mojo.files, place.where("<file>"), faults),
                prereleases(),
                choice(Strategy.class, "airgap.resolution", mojo.resolution, "<resolution>"),
                cutoffs(),
                root(),
                Map.of());
        if (configuration.isEmpty()) {
            faults.add(Fault.of("There is nothing to bundle")
                    .at(place.where("<configuration>"))
                    .because("No <requirements>, no <models> and no <files> are given.")
                    .advise("Name at least one, or call with -Dairgap.requirements=requirements.txt."));
        }
        if (!configuration.requirements().isEmpty() && configuration.targets().isEmpty()) {
            faults.add(Fault.of("There are requirements, but no target that they are resolved for")
                    .at(place.where("<targets>"))
                    .advise("Name where the wheels will be installed: <target>python:3.11-slim-bookworm</target>, or"
                            + " -Dairgap.targets=cp311-manylinux_2_28_x86_64."));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return configuration;
    }

    private List<TargetSpec> targets() {
        List<TargetSpec> specs = new ArrayList<>();
        String list = mojo.said("airgap.targets", mojo.targetList);
        if (list != null) {
            Lists.split(list).forEach(word -> specs.add(new TargetSpec("", word, "", "-Dairgap.targets")));
            return specs;
        }
        String where = place.where("<target>");
        for (TargetElement element : mojo.targets) {
            if (element.spec().isEmpty()) {
                faults.add(Fault.of("A target has no platform").at(where).advise("Give it a <platform>."));
            } else {
                specs.add(new TargetSpec(element.id(), element.spec(), element.image(), where));
            }
        }
        return specs;
    }

    private List<Written> words(String property, String list, List<String> configured, String element) {
        List<Written> words = new ArrayList<>();
        String said = mojo.said(property, list);
        if (said != null) {
            Lists.split(said).forEach(word -> words.add(new Written(word, "-D" + property)));
            return words;
        }
        for (String word : configured) {
            if (word == null || word.isBlank()) {
                faults.add(
                        Fault.of("The element " + element + " is empty")
                                .at(place.where(element))
                                .advise(
                                        "Take it out, or give it a value; a property that resolves to nothing may have been meant."));
            } else {
                words.add(new Written(word.trim(), place.where(element)));
            }
        }
        return words;
    }

    private List<CutoffSpec> cutoffs() {
        List<CutoffSpec> cutoffs = new ArrayList<>();
        String said = mojo.said("airgap.excludeNewer", mojo.excludeNewer);
        String where = said == null ? place.where("<excludeNewer>") : "-Dairgap.excludeNewer";
        String words = said == null ? mojo.excludeNewer : said;
        for (String word : Lists.split(words == null ? "" : words)) {
            cutoffs.add(CutoffSpec.of(word, where));
        }
        for (IndexElement element : mojo.indexes) {
            if (!element.excludeNewer().isEmpty()) {
                cutoffs.add(new CutoffSpec(
                        CutoffSpec.Scope.INDEX,
                        element.id(),
                        element.excludeNewer(),
                        place.where("<excludeNewer> of the index " + element.id())));
            }
        }
        return cutoffs;
    }

    private List<IndexSpec> indexes() {
        String url = mojo.said("airgap.index.url", mojo.indexUrl);
        if (url != null) {
            return List.of(new IndexSpec(INDEX, url.trim(), List.of(), "-Dairgap.index.url", false, false));
        }
        List<IndexSpec> specs = new ArrayList<>();
        String where = place.where("<index>");
        for (IndexElement element : mojo.indexes) {
            demandUrl(element.url(), "The index " + element.id(), where);
            specs.add(new IndexSpec(element.id(), element.url(), Lists.split(element.packages()), where, false, true));
        }
        distinct(specs.stream().map(IndexSpec::id).toList(), where);
        // Indexes for named packages alone leave all other names to the default one.
        if (specs.stream().noneMatch(spec -> spec.packages().isEmpty())) {
            specs.add(new IndexSpec(INDEX, "", List.of(), "the default", false, false));
        }
        return specs;
    }

    private List<HubSpec> hubs() {
        String url = mojo.said("airgap.hub.url", mojo.hubUrl);
        if (url != null) {
            return List.of(new HubSpec(HUB, url.trim(), "-Dairgap.hub.url"));
        }
        List<HubSpec> specs = new ArrayList<>();
        String where = place.where("<hub>");
        for (HubElement element : mojo.hubs) {
            demandUrl(element.url(), "The hub " + element.id(), where);
            specs.add(new HubSpec(element.id(), element.url(), where));
        }
        distinct(specs.stream().map(HubSpec::id).toList(), where);
        return specs.isEmpty() ? List.of(new HubSpec(HUB, "", "the default")) : specs;
    }

    private String root() {
        String said = mojo.said("airgap.root", mojo.root).trim();
        String root = said.replaceFirst("/+$", "");
        // Shells read airgap.env: after a colon they would put a home folder in for a tilde.
        boolean plain =
                said.startsWith("/") && root.length() <= LONGEST_ROOT && root.matches("(/[\\p{L}\\p{Nd}_.+@,=-]+)+");
        if (!plain || root.matches("(.*/)?\\.{1,2}(/.*)?")) {
            faults.add(Fault.of("The root is no plain absolute path: " + SafeUrl.printable(said))
                    .at(place.where("<root>") + " or -Dairgap.root")
                    .because("Expected names of letters, digits and . _ - + @ , =, each behind one /, and no ..")
                    .advise("Say where the image will have the bundle, as in /opt/airgap."));
        }
        return root;
    }

    private PrereleaseRule prereleases() {
        try {
            return PrereleaseWords.read(
                    mojo.said("airgap.prereleases", mojo.prereleases),
                    place.where("<prereleases>") + " or -Dairgap.prereleases");
        } catch (FaultException e) {
            faults.addAll(e.faults());
            return PrereleaseRule.of(Prereleases.DEFAULT);
        }
    }

    private <E extends Enum<E>> E choice(Class<E> type, String property, String configured, String element) {
        String word = mojo.said(property, configured).trim();
        List<String> known = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            String name = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(word)) {
                return value;
            }
            known.add(name);
        }
        faults.add(Fault.of("The value of " + element + " is unknown: " + word)
                .at(place.where(element) + " or -D" + property)
                .because("Expected one of " + String.join(", ", known) + ".")
                .advise("Write one of these."));
        return type.getEnumConstants()[0];
    }

    /** What is written without an address must never fall back to a public server. */
    private void demandUrl(String url, String what, String where) {
        if (url.isEmpty()) {
            faults.add(Fault.of(what + " has no <url>")
                    .at(where)
                    .advise("Write its address; a property that resolves to nothing may have been meant."));
        }
    }

    private void distinct(List<String> ids, String where) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (id.isEmpty() || !seen.add(id)) {
                faults.add(Fault.of(id.isEmpty() ? "An id is missing" : "An id stands twice: " + id)
                        .at(where)
                        .advise("Give each an <id> of its own; it names the <server> of settings.xml."));
            }
        }
    }
}
