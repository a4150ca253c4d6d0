import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    assertThat(it.path("shelf/it/deploy-file/1.0/deploy-file-1.0.tar"))
            .hasSameBinaryContentAs(it.path("target/deploy-file-1.0.tar"))
}
