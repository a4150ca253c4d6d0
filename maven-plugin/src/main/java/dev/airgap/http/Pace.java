package dev.airgap.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says how slow a big file may come: a read timeout alone lets a server hold a download for ever, a byte at a time.
 *
 * @param bytesPerSecond fewer than these, over a whole window, are a stall
 * @param window longer than a busy server or a radio link pauses
 * @param nanos the clock, in nanoseconds from any origin
 */
public record Pace(long bytesPerSecond, Duration window, LongSupplier nanos) {

    /** A gigabyte at this rate takes twelve days: nobody waits for that, and no link that carries a bundle is slower. */
    public static final Pace USUAL = new Pace(1024, Duration.ofSeconds(60), System::nanoTime);
}
