package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.resolve.WheelFile;
import dev.airgap.testkit.Listing;
import dev.airgap.testkit.Trouble;
import dev.airgap.testkit.Wheel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Asks for what a lock needs of each wheel beside its metadata, and looks at what it costs. */
class WheelSizeTest extends WheelCase {

    @Test
    void asksForASizeByOneHead() {
        Wheel made = demo().build();
        WheelFile wheel = listed(Listing.of(made));
        isDemo(indexes.metadata(wheel));
        server.server().clearLog();
        assertThat(indexes.complete(wheel).size()).isEqualTo(made.bytes().length);
        assertThat(indexes.complete(List.of(wheel, wheel))).hasSize(2);
        assertThat(server.server().log())
                .singleElement()
                .satisfies(seen -> assertThat(seen.method()).isEqualTo("HEAD"));
        try (Indexes later = visitor.visit(server.url())) {
            assertThat(later.complete(wheel).size()).isEqualTo(made.bytes().length);
        }
        assertThat(server.server().log()).hasSize(1);
    }

    @Test
    void asksForASizeByOneByteWhereHeadIsRefused() {
        Wheel made = demo().build();
        WheelFile wheel = listed(Listing.of(made));
        server.server().trouble("/files/*", Trouble.status(405).on("HEAD"));
        assertThat(indexes.complete(wheel).size()).isEqualTo(made.bytes().length);
    }
}
