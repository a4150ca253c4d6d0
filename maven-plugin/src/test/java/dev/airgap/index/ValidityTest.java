package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.http.HeaderReply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Sat, 21 Nov 2026 12:05:00 GMT; Sat, 21 Nov 2026 12:00:00 GMT; 300",
                "Sat, 21 Nov 2026 11:05:00 GMT; Sat, 21 Nov 2026 12:00:00 GMT; 0",
                "Fri, 01 Jan 2100 00:00:00 GMT; Sat, 21 Nov 2026 12:00:00 GMT; 604800",
                "0; Sat, 21 Nov 2026 12:00:00 GMT; 0",
                "Sat, 21 Nov 2026 12:05:00 GMT; yesterday; 0"
            })
    void countsExpiresFromTheServersOwnDate(String expires, String date, long seconds) {
        Validity validity = Validity.of(HeaderReply.of("Expires", expires, "Date", date), 1000);
        assertThat(validity.until() - validity.fetched()).isEqualTo(seconds);
    }

    @Test
    void prefersMaxAgeToExpires() {
        HeaderReply headers = HeaderReply.of("Expires", "0", "Cache-Control", "public, max-age=60");
        assertThat(Validity.of(headers, 1000).until()).isEqualTo(1060);
    }

    @Test
    void countsExpiresFromNowWhereTheServerHasNoClock() {
        long now = Instant.parse("2026-11-21T12:00:00Z").getEpochSecond();
        assertThat(Validity.of(HeaderReply.of("Expires", "Sat, 21 Nov 2026 12:05:00 GMT"), now)
                        .until())
                .isEqualTo(now + 300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "max-age=60; 0; 60",
                "max-age=60; 20; 40",
                "max-age=60; 61; 0",
                "max-age=60; -5; 60",
                "max-age=60; soon; 60",
                "max-age=-1; 0; 0",
                "max-age=; 0; 0",
                "max-age=\"60\"; 0; 60",
                "Public, MAX-AGE=60; 0; 60",
                "s-maxage=60; 0; 600",
                "max-age=99999999999999999999; 0; 604800",
                "max-age=60, no-cache; 0; 0",
                "no-store; 0; 0",
                "private; 0; 600",
            })
    void readsCacheControlAndAge(String control, String age, long seconds) {
        Validity validity = Validity.of(HeaderReply.of("Cache-Control", control, "Age", age), 1000);
        assertThat(validity.until() - validity.fetched()).isEqualTo(seconds);
    }

    @Test
    void asksEachTimeWhereTheAnswerVariesByEverythingOrByWhoAsks() {
        assertThat(Validity.of(HeaderReply.of("Cache-Control", "max-age=60", "Vary", "Accept"), 1000)
                        .until())
                .isEqualTo(1060);
        for (String vary : List.of("*", "Accept, Authorization", "Cookie")) {
            assertThat(Validity.of(HeaderReply.of("Cache-Control", "max-age=60", "Vary", vary), 1000)
                            .until())
                    .isEqualTo(1000);
        }
    }

    @Test
    void isStaleWhereTheClockWentBack() {
        Validity validity = Validity.of(HeaderReply.of("Cache-Control", "max-age=60"), 1000);
        assertThat(validity.isFresh(1000)).isTrue();
        assertThat(validity.isFresh(1060)).isFalse();
        assertThat(validity.isFresh(999)).isFalse();
    }

    @Test
    void keepsWhatA304LeavesOut() {
        Validity old = new Validity(1, 2, "\"v1\"", "Sat, 21 Nov 2026 11:00:00 GMT");
        assertThat(old.renewed(HeaderReply.of("Cache-Control", "max-age=60"), 1000))
                .isEqualTo(new Validity(1000, 1060, "\"v1\"", "Sat, 21 Nov 2026 11:00:00 GMT"));
        assertThat(old.renewed(HeaderReply.of("ETag", "\"v2\""), 1000).etag()).isEqualTo("\"v2\"");
    }

    @Test
    void keepsNoHeaderOfAbsurdLength() {
        assertThat(Validity.of(HeaderReply.of("ETag", "x".repeat(5000)), 0).etag())
                .isEmpty();
    }
}
