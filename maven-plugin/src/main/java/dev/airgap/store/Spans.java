package dev.airgap.store;

import dev.airgap.http.StoppedException;
import java.io.IOException;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Knows which bytes of a file are there, and which somebody is bringing; for several threads. */
final class Spans {

    private static final long LOOK_MILLIS = 50;

    /** From the first byte to the one behind the last; they never touch. */
    private final NavigableMap<Long, Long> there = new TreeMap<>();

    private final NavigableMap<Long, Long> claims = new TreeMap<>();

    /**
     * Holds bytes that one connection is to bring.
     *
     * @param from the first
     * @param to behind the last
     */
    record Claim(long from, long to) {}

    /** Adds bytes that are there now. */
    synchronized void add(long from, long to) {
        long start = from;
        long end = to;
        var before = there.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        for (var next = there.ceilingEntry(start);
                next != null && next.getKey() <= end;
                next = there.ceilingEntry(start)) {
            end = Math.max(end, next.getValue());
            there.remove(next.getKey());
        }
        there.put(start, end);
        notifyAll();
    }

    /** Counts the bytes that are there. */
    synchronized long sum() {
        long sum = 0;
        for (var span : there.entrySet()) {
            sum += span.getValue() - span.getKey();
        }
        return sum;
    }

    /** Gives where the bytes end that are there from an offset on: the offset itself where that one is missing. */
    synchronized long end(long offset) {
        return end(there, offset);
    }

    private static long end(NavigableMap<Long, Long> spans, long offset) {
        var span = spans.floorEntry(offset);
        return span == null ? offset : Math.max(offset, span.getValue());
    }

    /**
     * Claims the first bytes, from an offset on, that are missing and that nobody brings.
     *
     * @param piece where the file is cut: a claim goes to the next multiple of it at most
     */
    synchronized Optional<Claim> claim(long offset, long piece, long size) {
        long from = offset;
        for (long next = -1; next != from; ) {
            next = from;
            from = end(claims, end(there, from));
        }
        if (from >= size) {
            return Optional.empty();
        }
        long to = piece > size ? size : Math.min(size, (from / piece + 1) * piece);
        Claim claim = new Claim(from, Math.min(to, Math.min(next(there, from), next(claims, from))));
        claims.put(claim.from(), claim.to());
        return Optional.of(claim);
    }

    private static long next(NavigableMap<Long, Long> spans, long offset) {
        Long next = spans.higherKey(offset);
        return next == null ? Long.MAX_VALUE : next;
    }

    /** Gives a claim back, whether its bytes have come or not. */
    synchronized void release(Claim claim) {
        claims.remove(claim.from());
        notifyAll();
    }

    /** Waits until a byte is there or nobody brings it; gives {@link #end}. */
    synchronized long await(long offset, Stop stop) throws IOException {
        while (end(there, offset) == offset && end(claims, offset) > offset) {
            if (stop.stopped()) {
                throw new StoppedException();
            }
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException();
            }
        }
        return end(there, offset);
    }
}
