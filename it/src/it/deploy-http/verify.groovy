import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.path("deployed/it/deploy-http/1.0/deploy-http-1.0.tar"))
            .hasSameBinaryContentAs(it.path("target/deploy-http-1.0.tar"))
    assertThat(it.path("deployed/it/deploy-http/1.0/deploy-http-1.0.pom")).exists()
}
