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
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Refuses what the command line says to nobody: a mistyped property would be ignored in silence, and the bundle would
 * not be what was asked for. Properties of a POM are its author's own.
 *
 * @param typed names of all user properties
 * @param known names of the properties that any goal of this plugin has
 */
record TypedProperties(Set<String> typed, Set<String> known) {

    private static final String PREFIX = "airgap.";
    private static final String TARGET = "airgap.target";

    static TypedProperties of(MavenSession session, MojoDescriptor goal) {
        Set<String> known = new TreeSet<>();
        for (MojoDescriptor mojo : goal.getPluginDescriptor().getMojos()) {
            for (PlexusConfiguration parameter : mojo.getMojoConfiguration().getChildren()) {
                String expression = parameter.getValue("");
                if (expression.startsWith("${" + PREFIX) && expression.endsWith("}")) {
                    known.add(expression.substring(2, expression.length() - 1));
                }
            }
        }
        return new TypedProperties(session.getUserProperties().stringPropertyNames(), known);
    }

    /**
     * Checks them all.
     *
     * @param locks whether the goal resolves for {@code airgap.targets}
     * @param unpacks whether this run of Maven unpacks too
     */
    void check(boolean locks, boolean unpacks) {
        List<Fault> faults = new ArrayList<>();
        SortedSet<String> ours = new TreeSet<>(typed);
        ours.removeIf(name -> !name.startsWith(PREFIX));
        for (String name : ours) {
            if (!known.contains(name)) {
                faults.add(unknown(name));
            } else if (name.equals(TARGET) && locks && !unpacks) {
                faults.add(Fault.of("The property airgap.target is for airgap:unpack, and this goal doesn't read it")
                        .at("-Dairgap.target")
                        .advise("Did you mean -Dairgap.targets? It lists where the wheels will be installed."));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private Fault unknown(String name) {
        String shown = "-D" + SafeUrl.printable(name);
        String word = name.substring(PREFIX.length());
        List<String> words =
                known.stream().map(one -> one.substring(PREFIX.length())).toList();
        List<String> near =
                Nearest.of(word, words).stream().map(one -> "-D" + PREFIX + one).toList();
        return Fault.of("No goal of this plugin knows the property " + SafeUrl.printable(name))
                .at(shown)
                .advise(
                        near.isEmpty()
                                ? "Known are " + String.join(", ", known) + "."
                                : "Did you mean " + String.join(" or ", near) + "?");
    }

    /** Tells whether a run of Maven unpacks, by name or bound to a phase in some POM. */
    static boolean unpacks(MavenSession session, String plugin) {
        if (session.getGoals().stream().anyMatch(goal -> goal.contains(":unpack"))) {
            return true;
        }
        List<MavenProject> projects = session.getProjects();
        return projects != null
                && projects.stream()
                        .map(project -> project.getPlugin(plugin))
                        .filter(found -> found != null)
                        .map(Plugin::getExecutions)
                        .flatMap(List::stream)
                        .map(PluginExecution::getGoals)
                        .anyMatch(goals -> goals.contains("unpack"));
    }
}
