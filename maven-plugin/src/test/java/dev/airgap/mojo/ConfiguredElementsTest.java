package dev.airgap.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class ConfiguredElementsTest {

    @Test
    void allThatNobodyKnowsIsToldTogether() throws Exception {
        Plugin plugin = plugin("excludeNewr", "into");
        plugin.addExecution(execution("mine", "resolutoin", "zzzzzz"));
        plugin.addExecution(execution("other", "another"));
        assertThatThrownBy(() -> check(plugin))
                .hasMessageContainingAll(
                        "<excludeNewr>",
                        "Did you mean <excludeNewer>?",
                        "<resolutoin>",
                        "Did you mean <resolution>?",
                        "<zzzzzz>",
                        "airgap:help")
                .hasMessageNotContaining("another");
    }

    @Test
    void whatAnyGoalKnowsIsFineForAll() {
        assertThatCode(() -> check(plugin("excludeNewer", "into"))).doesNotThrowAnyException();
        assertThatCode(() -> check(null)).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoTreeIsLeftAlone() {
        Plugin plugin = new Plugin();
        plugin.setConfiguration("text");
        assertThatCode(() -> check(plugin)).doesNotThrowAnyException();
    }

    private static void check(Plugin plugin) throws Exception {
        PluginDescriptor descriptor = new PluginDescriptor();
        MojoDescriptor lock = goal(descriptor, "lock", "excludeNewer", "resolution");
        goal(descriptor, "unpack", "into");
        ConfiguredElements.of(plugin, "mine", lock).check("<configuration>");
    }

    private static MojoDescriptor goal(PluginDescriptor plugin, String name, String... parameters) throws Exception {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal(name);
        goal.setPluginDescriptor(plugin);
        for (String one : parameters) {
            Parameter parameter = new Parameter();
            parameter.setName(one);
            goal.addParameter(parameter);
        }
        plugin.addMojo(goal);
        return goal;
    }

    private static Plugin plugin(String... elements) {
        Plugin plugin = new Plugin();
        plugin.setConfiguration(tree(elements));
        return plugin;
    }

    private static PluginExecution execution(String id, String... elements) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setConfiguration(tree(elements));
        return execution;
    }

    private static Xpp3Dom tree(String... elements) {
        Xpp3Dom tree = new Xpp3Dom("configuration");
        for (String element : elements) {
            tree.addChild(new Xpp3Dom(element));
        }
        return tree;
    }
}
