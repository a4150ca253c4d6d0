package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.python.Metadata;
import dev.airgap.python.Requirement;
import dev.airgap.resolve.WheelFile;
import dev.airgap.testkit.Listing;
import dev.airgap.testkit.SimpleIndexServer;
import dev.airgap.testkit.WheelMaker;

/** Holds an index that lists one wheel, of which a test asks more. */
abstract class WheelCase extends IndexCase<SimpleIndexServer> {

    Indexes indexes;

    @Override
    SimpleIndexServer open() {
        return SimpleIndexServer.start().format(SimpleIndexServer.Format.HTML);
    }

    static WheelMaker demo() {
        return WheelMaker.wheel("demo", "1.0")
                .requires("first>=1", "second; python_version < '3.12'")
                .extra("more", "third")
                .requiresPython(">=3.8");
    }

    /** Lists the wheel and gives it as the index lists it; what it costs so far is forgotten. */
    WheelFile listed(Listing listing) {
        server.add(listing);
        indexes = visitor.visit(server.url());
        WheelFile wheel = Visitor.wheel(indexes.releases(Visitor.name("demo")), "1.0");
        server.server().clearLog();
        return wheel;
    }

    static void isDemo(Metadata metadata) {
        assertThat(metadata.name()).isEqualTo(Visitor.name("demo"));
        assertThat(metadata.version()).hasToString("1.0");
        assertThat(metadata.requiresPython()).hasToString(">=3.8");
        assertThat(metadata.requires())
                .extracting(Requirement::name)
                .extracting(Object::toString)
                .containsExactly("first", "second", "third");
        assertThat(metadata.extras()).containsExactly("more");
    }
}
