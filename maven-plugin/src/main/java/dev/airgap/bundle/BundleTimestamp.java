package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Reads {@code project.build.outputTimestamp} the same way under every Maven, and never the clock. */
public final class BundleTimestamp {

    /** Stands where nothing is said: the first day that a ZIP can hold anywhere on earth, as Maven's own archiver has it. */
    public static final Instant DEFAULT = Instant.parse("1980-02-01T00:00:00Z");

    /** The last second that the eleven octal digits of a ustar header hold (POSIX.1-2017, pax, ustar Interchange Format). */
    private static final long LAST = 077777777777L;

    private BundleTimestamp() {}

    /**
     * Parses epoch seconds or an ISO 8601 date and time with offset; fractions of a second are cut off.
     *
     * @param text may be null; null, blank or a single character that is no digit (Maven's way to switch it off) give the default
     * @throws FaultException where it is neither, or out of what a tar can hold
     */
    public static Instant parse(String text) {
        String value = text == null ? "" : text.strip();
        if (value.isEmpty() || (value.length() == 1 && !isDigits(value))) {
            return DEFAULT;
        }
        Instant instant;
        try {
            instant = isDigits(value)
                    ? Instant.ofEpochSecond(Long.parseLong(value))
                    : OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException | NumberFormatException e) {
            throw new FaultException(
                    new Fault(
                            "project.build.outputTimestamp is neither a time nor epoch seconds",
                            "project.build.outputTimestamp",
                            "expected: 2026-11-21T00:00:00Z or 1795219200\nactual: " + value,
                            "Write it in one of these two forms, or leave it out for " + DEFAULT + "."),
                    e);
        }
        if (!fits(instant)) {
            throw new FaultException(new Fault(
                    "project.build.outputTimestamp is out of what a tar can hold",
                    "project.build.outputTimestamp",
                    "expected: from 1970-01-01T00:00:00Z to " + Instant.ofEpochSecond(LAST) + "\nactual: " + value,
                    "Take a time in that range."));
        }
        return instant;
    }

    static boolean fits(Instant instant) {
        return instant.getEpochSecond() >= 0 && instant.getEpochSecond() <= LAST;
    }

    private static boolean isDigits(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
