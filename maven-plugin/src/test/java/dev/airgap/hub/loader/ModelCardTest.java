package dev.airgap.hub.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {

    @TempDir
    Path folder;

    private String license(String readme) {
        return ModelCard.license(
                new LoaderFixture(folder).with("README.md", readme).snapshot());
    }

    @Test
    void readsTheLicenceOfTheFrontMatter() {
        assertThat(license("---\ntags:\n- license: no\nlicense: mit\n---\nlicense: gpl\n"))
                .isEqualTo("mit");
        assertThat(license("\ufeff---\r\nlicense: \"cc-by-4.0\" # ours\r\n---\r\n"))
                .isEqualTo("cc-by-4.0");
        assertThat(license("---\nlicense:\n- mit\n- 'apache-2.0'\nlanguage:\n- en\n---\n"))
                .isEqualTo("mit, apache-2.0");
        assertThat(license("---\nlicense: [mit, other]\n---\n")).isEqualTo("mit, other");
    }

    @Test
    void declaresNothingWhereNothingIsDeclared() {
        assertThat(license("# Title\nlicense: mit\n")).isEmpty();
        assertThat(license("---\n  license: mit\nlicense_name: x\n---\n")).isEmpty();
        assertThat(license("")).isEmpty();
    }

    @Test
    void makesTheMakersWordFitForALine() {
        assertThat(license("---\nlicense: a\u001b[2Jb\n---\n")).isEqualTo("a\ufffd[2Jb");
        assertThat(license("---\nlicense: " + "x".repeat(5000) + "\n---\n")).hasSize(100);
    }
}
