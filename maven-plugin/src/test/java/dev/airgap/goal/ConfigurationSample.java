package dev.airgap.goal;

import dev.airgap.goal.Configuration.Written;
import dev.airgap.resolve.PrereleaseRule;
import dev.airgap.resolve.Problem.Prereleases;
import dev.airgap.resolve.Problem.Strategy;
import java.util.List;
import java.util.Map;

/** Builds a configuration that says nothing but what a test is about. */
public final class ConfigurationSample {

    private List<TargetSpec> targets = List.of();
    private List<Written> requirements = List.of();
    private List<IndexSpec> indexes = List.of();
    private List<ModelSpec> models = List.of();
    private List<FileSpec> files = List.of();

    public ConfigurationSample targets(TargetSpec... some) {
        targets = List.of(some);
        return this;
    }

    public ConfigurationSample requirements(Written... some) {
        requirements = List.of(some);
        return this;
    }

    public ConfigurationSample indexes(List<IndexSpec> some) {
        indexes = some;
        return this;
    }

    public ConfigurationSample models(List<ModelSpec> some) {
        models = some;
        return this;
    }

    public ConfigurationSample files(List<FileSpec> some) {
        files = some;
        return this;
    }

    public Configuration build() {
        return new Configuration(
                targets,
                requirements,
                List.of(),
                List.of(),
                List.of(),
                indexes,
                List.of(),
                models,
                files,
                PrereleaseRule.of(Prereleases.DEFAULT),
                Strategy.HIGHEST,
                List.of(),
                "/opt/airgap",
                Map.of());
    }
}
