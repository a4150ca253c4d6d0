package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import dev.airgap.testkit.SimpleIndexServer;
import dev.airgap.testkit.WheelMaker;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks again and again as builds do, and looks at what reaches the server. */
class CachingTest extends BuildsCase {
    private static final Freshness REFRESH = new Freshness(true, false);
    private static final Freshness OFFLINE = new Freshness(false, true);

    @ParameterizedTest
    @EnumSource(SimpleIndexServer.Format.class)
    void asksNothingWhenWarm(SimpleIndexServer.Format format) {
        server.format(format);
        for (int run = 0; run < 2; run++) {
            server.server().clearLog();
            try (Indexes indexes = visitor.visit(server.url())) {
                indexes.prefetch(Visitor.name("demo"));
                Releases releases = indexes.releases(Visitor.name("demo"));
                WheelFile wheel = Visitor.wheel(releases, "1.0");
                indexes.prefetch(wheel);
                assertThat(indexes.metadata(wheel).requires()).hasSize(1);
                WheelFile complete = indexes.complete(wheel);
                assertThat(complete.size()).isPositive();
                assertThat(complete.sha256()).hasSize(64);
                assertThat(indexes.releases(Visitor.name("nothing")).isEmpty()).isTrue();
                Counts counts = indexes.counts();
                if (run == 0) {
                    assertThat(counts.pagesAsked()).isEqualTo(2);
                    assertThat(counts.metadataAsked()).isEqualTo(1);
                    assertThat(counts.requests())
                            .isEqualTo(server.server().log().size());
                } else {
                    assertThat(counts).isEqualTo(new Counts(0, 2, 0, 1, 0));
                    assertThat(server.server().log()).isEmpty();
                }
            }
        }
    }

    @Test
    void asksOncePerRunHoweverOften() {
        server.pages(page -> page.with("Cache-Control", "no-store"));
        try (Indexes indexes = visitor.visit(server.url())) {
            for (int i = 0; i < 5; i++) {
                indexes.prefetch(Visitor.name("demo"));
                indexes.releases(Visitor.name("demo"));
            }
        }
        assertThat(server.server().log()).hasSize(1);
    }

    @Test
    void holdsPagesForTenMinutesWhereNothingIsSaid() {
        server.pages(page -> page.with("ETag", null).with("Last-Modified", null));
        visit(Freshness.NORMAL);
        assertThat(requestsAfter(Duration.ofSeconds(599))).isZero();
        assertThat(requestsAfter(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(requestsAfter(Duration.ofSeconds(-1)))
                .describedAs("a clock that went back")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "NULL",
            delimiter = ';',
            value = {
                "max-age=600; NULL; 600",
                "max-age=600; 100; 500",
                "public, max-age=30, must-revalidate; NULL; 30",
                "MAX-AGE=\"30\"; NULL; 30",
                "s-maxage=9; NULL; 600",
                "no-cache; NULL; 0",
                "no-store; NULL; 0",
                "max-age=0; NULL; 0",
                "max-age=60; 600; 0",
                "max-age=99999999999999; NULL; 604800",
                "max-age=x; NULL; 0"
            })
    void obeysTheServersHeaders(String control, String age, long seconds) {
        server.pages(page -> page.with("Cache-Control", control).with("Age", age));
        visit(Freshness.NORMAL);
        if (seconds > 0) {
            assertThat(requestsAfter(Duration.ofSeconds(seconds - 1))).isZero();
        }
        assertThat(requestsAfter(Duration.ofSeconds(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETag", "Last-Modified"})
    void asksWhetherAPageChanged(String validator) {
        String value = validator.equals("ETag") ? "\"v1\"" : "Sat, 21 Nov 2026 11:00:00 GMT";
        String question = validator.equals("ETag") ? "If-None-Match" : "If-Modified-Since";
        server.pages(page -> page.with("ETag", null)
                .with("Last-Modified", null)
                .with(validator, value)
                .with("Cache-Control", "max-age=60"));
        visit(Freshness.NORMAL);
        assertThat(requestsAfter(Duration.ofSeconds(60))).isEqualTo(1);
        assertThat(server.server().log().get(0).header(question).orElse("")).endsWith(value);
        assertThat(server.server().log().get(0).status()).isEqualTo(304);
        assertThat(requestsAfter(Duration.ofSeconds(59)))
                .describedAs("prolonged by the 304")
                .isZero();
    }

    @Test
    void seesAPageThatChanged() {
        server.pages(page -> page.withEtag("v1").with("Cache-Control", "max-age=60"));
        visit(Freshness.NORMAL);
        server.add(WheelMaker.pure("demo", "2.0")).pages(page -> page.withEtag("v2"));
        visitor.clock.move(Duration.ofSeconds(60));
        assertThat(visit(Freshness.NORMAL)).containsExactly("1.0", "2.0");
    }

    @Test
    void asksAgainOnRefresh() {
        server.pages(page -> page.withEtag("v1").with("Cache-Control", "max-age=60"));
        visit(Freshness.NORMAL);
        server.add(WheelMaker.pure("demo", "2.0")).pages(page -> page.withEtag("v2"));
        assertThat(visit(Freshness.NORMAL)).containsExactly("1.0");
        assertThat(visit(REFRESH)).containsExactly("1.0", "2.0");
        server.server().clearLog();
        assertThat(visit(REFRESH)).containsExactly("1.0", "2.0");
        assertThat(server.server().log())
                .singleElement()
                .satisfies(seen -> assertThat(seen.status()).isEqualTo(304));
    }

    @Test
    void remembersThatANameIsUnknown() {
        for (int run = 0; run < 2; run++) {
            try (Indexes indexes = visitor.visit(server.url())) {
                Releases none = indexes.releases(Visitor.name("nothing"));
                assertThat(none.isEmpty()).isTrue();
                assertThat(none.index()).isEmpty();
            }
        }
        assertThat(server.server().log()).hasSize(1);
        visitor.clock.move(Duration.ofMinutes(10));
        server.add(WheelMaker.pure("nothing", "1.0"));
        try (Indexes indexes = visitor.visit(server.url())) {
            assertThat(indexes.releases(Visitor.name("nothing")).size()).isEqualTo(1);
        }
    }

    @Test
    void believesTheCacheAloneOffline() {
        visit(Freshness.NORMAL);
        server.close();
        visitor.clock.move(Duration.ofDays(365));
        assertThat(visit(OFFLINE)).containsExactly("1.0");
        assertThat(visit(new Freshness(true, true))).containsExactly("1.0");
        try (Indexes indexes = visitor.visit(OFFLINE, IndexSource.simple("pypi", server.url()))) {
            indexes.prefetch(Visitor.name("missing"));
            assertThatThrownBy(() -> indexes.releases(Visitor.name("missing")))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContainingAll(
                            "Offline, and the cache has no page of missing from index 'pypi'",
                            "The cache is " + visitor.folder.resolve("index"),
                            "AIRGAP_STORE");
            WheelFile wheel = Visitor.wheel(indexes.releases(Visitor.name("demo")), "1.0");
            assertThatThrownBy(() -> indexes.metadata(wheel))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContainingAll(
                            "Offline, and the cache has no METADATA of "
                                    + wheel.name().fileName(),
                            "The cache is " + visitor.folder.resolve("index"));
        }
    }

    @Test
    void asksEachIndexAddressForItself() {
        visit(Freshness.NORMAL);
        try (SimpleIndexServer other = SimpleIndexServer.start().add(WheelMaker.pure("demo", "7.0"));
                Indexes indexes = visitor.visit(other.url())) {
            assertThat(Visitor.versions(indexes.releases(Visitor.name("demo")))).containsExactly("7.0");
        }
    }
}
