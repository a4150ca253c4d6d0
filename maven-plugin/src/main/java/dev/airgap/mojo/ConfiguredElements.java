package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.Nearest;
import dev.airgap.http.SafeUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Refuses what the POM says to nobody: Maven 3.8 drops an element that no goal knows in silence, later ones warn, and
 * the bundle would not be what was asked for.
 *
 * @param written names of the elements in {@code <configuration>}
 * @param known names of the parameters that any goal of this plugin has: a plugin's configuration is for them all
 */
record ConfiguredElements(Set<String> written, Set<String> known) {

    /**
     * Reads the model, since what Maven hands to a goal has lost the unknown elements.
     *
     * @param plugin null where no POM has it
     * @param execution the id of the goal's execution
     */
    static ConfiguredElements of(Plugin plugin, String execution, MojoDescriptor goal) {
        Set<String> written = new TreeSet<>();
        if (plugin != null) {
            read(plugin.getConfiguration(), written);
            for (PluginExecution one : plugin.getExecutions()) {
                if (one.getId().equals(execution)) {
                    read(one.getConfiguration(), written);
                }
            }
        }
        Set<String> known = new TreeSet<>();
        for (MojoDescriptor mojo : goal.getPluginDescriptor().getMojos()) {
            List<Parameter> parameters = mojo.getParameters();
            for (Parameter parameter : parameters == null ? List.<Parameter>of() : parameters) {
                known.add(parameter.getName());
                if (parameter.getAlias() != null) {
                    known.add(parameter.getAlias());
                }
            }
        }
        return new ConfiguredElements(written, known);
    }

    /** Leaves alone what is no tree as Maven 3 has it. */
    private static void read(Object configuration, Set<String> names) {
        if (configuration instanceof Xpp3Dom tree) {
            for (Xpp3Dom child : tree.getChildren()) {
                names.add(child.getName());
            }
        }
    }

    /**
     * Checks them all.
     *
     * @param where the place, for people
     */
    void check(String where) {
        SortedSet<String> unknown = new TreeSet<>(written);
        unknown.removeAll(known);
        if (unknown.isEmpty() || known.isEmpty()) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        for (String name : unknown) {
            List<String> near =
                    Nearest.of(name, known).stream().map(one -> "<" + one + ">").toList();
            faults.add(Fault.of("No goal of this plugin knows the element <" + SafeUrl.printable(name) + ">")
                    .at(where)
                    .advise(
                            near.isEmpty()
                                    ? "Take it out; mvn airgap:help -Ddetail lists what there is."
                                    : "Did you mean " + String.join(" or ", near) + "?"));
        }
        throw new FaultException(faults);
    }
}
