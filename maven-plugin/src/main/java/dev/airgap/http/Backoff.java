package dev.airgap.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Decides whether an answer is worth asking again, and after how long. */
final class Backoff {

    private static final long FIRST_MILLIS = 250;
    private static final long LAST_MILLIS = 8_000;

    private Backoff() {}

    static boolean worthwhile(int status) {
        return switch (status) {
            case 408, 429, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    /** Doubles with each attempt, spread by chance so that 16 downloads don't come back at once. */
    static Duration after(int attempt) {
        long most = Math.min(LAST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    /**
     * Reads what the server asks for: on 429 the Hub's {@code RateLimit: "api";r=0;t=9} first, else Retry-After in
     * seconds or as a date (RFC 9110, section 10.2.3).
     */
    static Optional<Duration> demanded(int status, String rateLimit, String retryAfter, Instant now) {
        if (status == 429 && rateLimit != null) {
            Optional<Duration> reset = reset(rateLimit);
            if (reset.isPresent()) {
                return reset;
            }
        }
        if (retryAfter == null) {
            return Optional.empty();
        }
        String text = retryAfter.strip();
        Optional<Duration> seconds = seconds(text);
        if (seconds.isPresent()) {
            return seconds;
        }
        try {
            Instant when = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(when.isBefore(now) ? Duration.ZERO : Duration.between(now, when));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> reset(String rateLimit) {
        for (String part : rateLimit.split(";", -1)) {
            String item = part.strip();
            if (item.startsWith("t=")) {
                return seconds(item.substring(2));
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> seconds(String text) {
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
}
