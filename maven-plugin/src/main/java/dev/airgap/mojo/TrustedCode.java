package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.goal.ModelSpec;
import dev.airgap.http.SafeUrl;
import dev.airgap.input.Lists;
import java.util.List;

/**
 * Holds whose code is trusted by the command line's word.
 *
 * @param repos as written
 */
record TrustedCode(List<String> repos) {

    /**
     * Reads a list.
     *
     * @param list null where nothing was said
     */
    static TrustedCode of(String list) {
        return new TrustedCode(list == null ? List.of() : Lists.split(list));
    }

    /** Gives what is said of a model's code: on the command line, else in the POM. */
    String word(ModelElement element) {
        return repos.contains(element.repo()) ? "true" : element.remoteCode();
    }

    /** Refuses words that are none, and names that no model has: its code would be left out in silence. */
    void check(List<ModelSpec> specs, List<Fault> faults) {
        for (String repo : repos) {
            if (specs.stream().noneMatch(spec -> spec.repo().equals(repo))) {
                faults.add(
                        Fault.of("There is no model of the name " + SafeUrl.printable(repo) + " to trust the code of")
                                .at("-Dairgap.remoteCode")
                                .advise("Name repositories of <models> or of airgap.models, separated by commas."));
            }
        }
        for (ModelSpec spec : specs) {
            if (!List.of("", "true", "false").contains(spec.remoteCode())) {
                faults.add(Fault.of("The <remoteCode> of the model " + spec.repo() + " is neither true nor false: "
                                + SafeUrl.printable(spec.remoteCode()))
                        .at(spec.where())
                        .advise("Write true or false, or leave it out."));
            }
        }
    }
}
