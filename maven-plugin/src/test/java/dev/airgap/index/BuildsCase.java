package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.resolve.Releases;
import dev.airgap.testkit.SimpleIndexServer;
import dev.airgap.testkit.WheelMaker;
import java.time.Duration;
import java.util.List;

/** Holds an index with one package, asked by one build after the other. */
abstract class BuildsCase extends IndexCase<SimpleIndexServer> {

    @Override
    SimpleIndexServer open() {
        return SimpleIndexServer.start().add(WheelMaker.pure("demo", "1.0", "other>=2"));
    }

    List<String> visit(Freshness freshness) {
        try (Indexes indexes = visitor.visit(freshness, IndexSource.simple("pypi", server.url()))) {
            Releases releases = indexes.releases(Visitor.name("demo"));
            for (int i = 0; i < releases.size(); i++) {
                assertThat(releases.wheels(i)).hasSize(1);
            }
            return Visitor.versions(releases);
        }
    }

    /** Tells how many requests the next visit makes after some time. */
    int requestsAfter(Duration time) {
        visitor.clock.move(time);
        server.server().clearLog();
        assertThat(visit(Freshness.NORMAL)).containsExactly("1.0");
        return server.server().log().size();
    }
}
