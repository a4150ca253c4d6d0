package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.goal.Configuration.Written;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WishReaderTest {

    @TempDir
    Path folder;

    @Test
    void indexesOfRequirementsFilesGetIdsThatNobodyHas() throws Exception {
        Files.writeString(
                folder.resolve("requirements.txt"),
                "--extra-index-url https://a.example/simple\n--extra-index-url https://b.example/simple\n"
                        + "--find-links https://c.example/links\ndemo\n");
        IndexSpec own = new IndexSpec("extra-1", "https://own.example/simple", List.of(), "pom.xml", false, true);
        Wishes wishes = read(List.of(own), List.of());
        assertThat(wishes.configuration().indexes())
                .extracting(IndexSpec::id)
                .containsExactly("extra-1", "extra-2", "extra-3", "links-1");
        // What a file names is not the POM's own, and gets no plain http.
        assertThat(wishes.configuration().indexes())
                .extracting(IndexSpec::pom)
                .containsExactly(true, false, false, false);
    }

    @Test
    void modelsAreJudgedTogetherWithRequirements() throws Exception {
        Files.writeString(folder.resolve("requirement.txt"), "demo\n");
        ModelSpec model = new ModelSpec("hub", "org/a", "main", "model", "auto", List.of(), List.of(), "pom.xml");
        assertThatThrownBy(() -> read(List.of(), List.of(model, model)))
                .hasMessageContainingAll(
                        "There is no file requirements.txt",
                        "Did you mean requirement.txt?",
                        "org/a@main is asked for twice");
    }

    @Test
    void moreTargetsThanCanBeLockedAreToldWithTheirNumber() throws Exception {
        Files.writeString(folder.resolve("pyproject.toml"), "[project]\nname = 'app'\ndependencies = ['demo']\n");
        TargetSpec[] specs = new TargetSpec[65];
        for (int i = 0; i < specs.length; i++) {
            String python = i < 40 ? "cp311" : "cp312";
            specs[i] = new TargetSpec("", python + "-manylinux_2_" + (17 + i % 40) + "_x86_64", "", "pom.xml");
        }
        assertThatThrownBy(() -> read(project().targets(specs)))
                .hasMessageContainingAll("There are 65 targets, and no more than 64", "pom.xml");
    }

    @Test
    void aProjectIsLockedForInterpretersThatItRunsOnAlone() throws Exception {
        Files.writeString(
                folder.resolve("pyproject.toml"),
                "[project]\nname = 'app'\nrequires-python = '>=3.11.4'\ndependencies = ['demo']\n");
        TargetSpec older = new TargetSpec("", "cp310-manylinux_2_28_x86_64", "", "pom.xml");
        TargetSpec same = new TargetSpec("", "cp311-manylinux_2_28_x86_64", "", "pom.xml");
        assertThatThrownBy(() -> read(project().targets(older, same)))
                .hasMessageContainingAll(
                        "The project doesn't run on the target cp310-manylinux_2_28_x86_64",
                        "pyproject.toml:3",
                        "its requires-python is >=3.11.4, and the target has 3.10")
                .hasMessageNotContaining("the target cp311");
        // The image's patch release floats, so that a later one may be meant.
        assertThat(read(project().targets(same)).targets()).hasSize(1);
    }

    private static ConfigurationSample project() {
        return new ConfigurationSample()
                .requirements(new Written("pyproject.toml", "pom.xml"))
                .indexes(List.of(new IndexSpec("pypi", "", List.of(), "", false, false)));
    }

    private Wishes read(List<IndexSpec> indexes, List<ModelSpec> models) {
        return read(new ConfigurationSample()
                .requirements(new Written("requirements.txt", "pom.xml"))
                .indexes(indexes)
                .models(models));
    }

    private Wishes read(ConfigurationSample sample) {
        Places places = new Places(
                folder,
                folder.resolve("target"),
                folder.resolve("a.lock"),
                folder.resolve("a.tar"),
                folder.resolve("store"));
        return new WishReader(places, Map.of()).read(sample.build());
    }
}
