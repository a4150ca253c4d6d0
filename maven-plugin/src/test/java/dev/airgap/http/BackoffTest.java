package dev.airgap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Optional<Duration> demanded(int status, String limit, String after) {
        return Backoff.demanded(status, limit, after, NOW);
    }

    @Test
    void readsRetryAfterAsSecondsOrDate() {
        assertThat(demanded(503, null, "7")).contains(Duration.ofSeconds(7));
        assertThat(demanded(503, null, "Thu, 01 Jan 2026 00:00:30 GMT")).contains(Duration.ofSeconds(30));
        assertThat(demanded(503, null, "Wed, 31 Dec 2025 23:00:00 GMT")).contains(Duration.ZERO);
        assertThat(demanded(503, null, "soon")).isEmpty();
        assertThat(demanded(503, null, "-1")).isEmpty();
        assertThat(demanded(503, null, null)).isEmpty();
    }

    @Test
    void prefersTheRateLimitOn429() {
        assertThat(demanded(429, "\"api\";r=0;t=9", "60")).contains(Duration.ofSeconds(9));
        assertThat(demanded(429, "\"api\"; r=985; t=4", null)).contains(Duration.ofSeconds(4));
        assertThat(demanded(429, "\"api\";r=0", "60")).contains(Duration.ofSeconds(60));
        assertThat(demanded(503, "\"api\";r=0;t=9", "60")).contains(Duration.ofSeconds(60));
    }

    @Test
    void growsWithinBounds() {
        for (int attempt = 0; attempt < 80; attempt++) {
            assertThat(Backoff.after(attempt)).isBetween(Duration.ofMillis(125), Duration.ofSeconds(8));
        }
    }
}
