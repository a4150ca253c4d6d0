import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    // The image's module knows no plugin of ours: to it, the bundle is an artifact of type tar.
    assertThat(it.path("image/target/context/consumer-bundle.tar"))
            .hasSameBinaryContentAs(it.path("bundle/target/consumer-bundle-1.0.tar"))
}
