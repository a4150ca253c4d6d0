package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/** Goes through many files with two threads, the caller's and one more: one waits for the disk while one computes. */
final class Workers {

    static final int MOST_FAULTS = 100;

    private final String name;

    Workers(String name) {
        this.name = name;
    }

    /**
     * Does the work for each item, the largest first, and collects what fails.
     *
     * @param work gets a buffer of its thread's own
     * @throws FaultException with all faults, in the items' order
     */
    <T> void each(List<T> items, ToLongFunction<T> size, BiConsumer<T, byte[]> work) {
        List<Integer> order = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> Long.compare(size.applyAsLong(items.get(b)), size.applyAsLong(items.get(a))));
        Throwable[] failures = new Throwable[items.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Runnable loop = () -> {
            byte[] buffer = new byte[Sha256.BUFFER];
            for (int i = next.getAndIncrement(); i < order.size(); i = next.getAndIncrement()) {
                if (failed.get() >= MOST_FAULTS || Thread.currentThread().isInterrupted()) {
                    return;
                }
                int item = order.get(i);
                try {
                    work.accept(items.get(item), buffer);
                } catch (Throwable e) {
                    // An Error too: an item whose check died must never count as checked.
                    failures[item] = e;
                    failed.incrementAndGet();
                }
            }
        };
        run(loop, next, order.size());
        throwAll(failures);
    }

    private void run(Runnable loop, AtomicInteger next, int count) {
        Thread second = new Thread(loop, "airgap-" + name);
        second.setDaemon(true);
        if (count > 1) {
            second.start();
        }
        boolean interrupted = false;
        loop.run();
        while (second.isAlive()) {
            try {
                second.join();
            } catch (InterruptedException e) {
                interrupted = true;
                next.set(count);
                second.interrupt();
            }
        }
        if (interrupted || Thread.currentThread().isInterrupted()) {
            Thread.currentThread().interrupt();
            throw new FaultException(Fault.of("The work was interrupted"));
        }
    }

    private static void throwAll(Throwable[] failures) {
        List<Fault> faults = new ArrayList<>();
        for (Throwable failure : failures) {
            if (failure instanceof FaultException known) {
                faults.addAll(known.faults());
            } else if (failure instanceof Error error) {
                throw error;
            } else if (failure != null) {
                throw new IllegalStateException(failure);
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }
}
