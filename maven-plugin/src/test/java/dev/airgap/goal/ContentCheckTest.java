package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airgap.fault.FaultException;
import dev.airgap.lock.ModelLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentCheckTest {

    private static final String WHERE = "<model> in pom.xml";

    @Test
    void everythingWrongIsToldTogether() {
        FaultException told = catchThrowableOfType(
                FaultException.class,
                () -> ContentCheck.check(of(
                        List.of(
                                model("org/a", "main", "auto"),
                                model("org/a", "main", "all"),
                                model("a b", "v", "auto")),
                        List.of(
                                file("https://x.example/a", "a", ""),
                                file("https://x.example/b", "A", ""),
                                file("https://x.example/c", "../c", ""),
                                file("file:///etc/hostname", "d", ""),
                                file("https://x.example/e", "e", "abc")))));
        assertThat(told.faults()).hasSize(6);
        assertThat(told)
                .hasMessageContainingAll(
                        "model org/a@main is asked for twice",
                        "a b",
                        "files/A",
                        "../c",
                        "file:///etc/hostname",
                        "abc",
                        WHERE);
    }

    @Test
    void otherRevisionsAndTypesAreOthers() {
        ModelSpec dataset = new ModelSpec("hub", "org/a", "main", "dataset", "auto", List.of(), List.of(), WHERE);
        assertThatCode(() -> ContentCheck.check(of(
                        List.of(model("org/a", "main", "auto"), model("org/a", "v1", "auto"), dataset),
                        List.of(
                                file("http://127.0.0.1:8080/a", "x/a", "0".repeat(64)),
                                file("https://x/b", "x/b", "")))))
                .doesNotThrowAnyException();
    }

    @Test
    void flatFoldersStandApart() {
        FaultException told = catchThrowableOfType(
                FaultException.class,
                () -> ContentCheck.check(of(
                        List.of(
                                flat("org/a", "org/a"),
                                flat("org/b", "org/A"),
                                flat("org/c", "org/a/inside"),
                                flat("org/d", "aux")),
                        List.of())));
        assertThat(told.faults()).hasSize(3);
        assertThat(told)
                .hasMessageContainingAll(
                        "The flat folder of org/b", "The flat folder of org/c", "models/flat/aux", "<path>");
        assertThatCode(() -> ContentCheck.check(of(List.of(flat("org/a", "org/a"), flat("org/b", "org/b")), List.of())))
                .doesNotThrowAnyException();
    }

    private static ModelSpec flat(String repo, String path) {
        ModelLayout layout = new ModelLayout(true, path);
        return new ModelSpec(
                "hub", repo, "main", "model", "auto", List.of(), List.of(), WHERE, ModelSource.HUB, layout, "");
    }

    private static ModelSpec model(String repo, String revision, String weights) {
        return new ModelSpec("hub", repo, revision, "model", weights, List.of(), List.of(), WHERE);
    }

    private static FileSpec file(String url, String path, String sha256) {
        return new FileSpec("", url, sha256, path, "<file> in pom.xml");
    }

    private static Configuration of(List<ModelSpec> models, List<FileSpec> files) {
        return new ConfigurationSample().models(models).files(files).build();
    }
}
