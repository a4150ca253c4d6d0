import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.tar("target/jar-project-1.0-airgap.tar").isPlain().holds("wheels/demo-1.0-py3-none-any.whl")
    def installed = localRepositoryPath.toPath().resolve("it/jar-project/1.0")
    assertThat(installed.resolve("jar-project-1.0.jar")).exists()
    assertThat(installed.resolve("jar-project-1.0-airgap.tar"))
            .hasSameBinaryContentAs(it.path("target/jar-project-1.0-airgap.tar"))
}
