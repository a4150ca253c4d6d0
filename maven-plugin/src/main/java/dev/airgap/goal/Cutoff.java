package dev.airgap.goal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * Says which uploads are too new: those after an instant, after a day, or within a period before the lock was made.
 *
 * @param text as written: {@code 2026-10-31}, {@code 2026-10-31T12:00:00Z}, {@code P7D}, {@code none}
 */
record Cutoff(String text) {

    static final String NONE = "none";

    /** Judges the text; throws IllegalArgumentException with a sentence. */
    static Cutoff parse(String text) {
        Cutoff cutoff = new Cutoff(text.strip());
        try {
            Instant now = Instant.EPOCH.plus(Duration.ofDays(20_000));
            Optional<Instant> limit = cutoff.at(now);
            if (cutoff.isPeriod() && limit.filter(now::isBefore).isPresent()) {
                throw new IllegalArgumentException("a period counts back, and this one is negative");
            }
            return cutoff;
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "expected a day (2026-10-31), an instant (2026-10-31T12:00:00Z), a period (P7D) or none", e);
        }
    }

    /** Shows an instant to people; the last one of a day stands for the day. */
    static String shown(Instant limit) {
        Instant next = limit.plusNanos(1);
        boolean day = next.atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT);
        return day ? limit.atOffset(ZoneOffset.UTC).toLocalDate().toString() : limit.toString();
    }

    /** Tells whether the instant depends on when it is asked. */
    boolean isPeriod() {
        return text.startsWith("P") || text.startsWith("p");
    }

    /**
     * Gives the last instant that is not too new; empty where nothing is.
     *
     * @param now what a period counts back from
     */
    Optional<Instant> at(Instant now) {
        if (text.equalsIgnoreCase(NONE)) {
            return Optional.empty();
        } else if (isPeriod()) {
            // Days are of the calendar and hours are not; P1DT12H is both.
            int time = text.toUpperCase(Locale.ROOT).indexOf('T');
            Instant day = time == 1
                    ? now
                    : now.atOffset(ZoneOffset.UTC)
                            .minus(Period.parse(time < 0 ? text : text.substring(0, time)))
                            .toInstant();
            return Optional.of(time < 0 ? day : day.minus(Duration.parse("P" + text.substring(time))));
        } else if (text.indexOf('T') > 0 || text.indexOf('t') > 0) {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        }
        // A day is whole, everywhere the same: until its last instant in UTC.
        return Optional.of(LocalDate.parse(text)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusNanos(1));
    }
}
