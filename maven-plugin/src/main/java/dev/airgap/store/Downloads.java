package dev.airgap.store;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.StatusFault;
import dev.airgap.http.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Fetches many blobs at once, the biggest first, so that none of them is left alone at the end. The first failure stops
 * the rest; where it was a missing file, the others are still asked for whether they are there, so that all that are
 * missing are told together.
 */
public final class Downloads {

    /** What was found good: more connections hardly help, and each has its buffers. */
    public static final int AT_ONCE = 16;

    private final Store store;
    private final Transport transport;
    private final Progress progress;
    private final int atOnce;

    public Downloads(Store store, Transport transport, Progress progress) {
        this(store, transport, progress, AT_ONCE);
    }

    /** Makes a set of downloads of which so many run at once. */
    public Downloads(Store store, Transport transport, Progress progress, int atOnce) {
        this.store = store;
        this.transport = transport;
        this.progress = progress;
        this.atOnce = atOnce;
    }

    /**
     * Asks for a blob.
     *
     * @param tee null for none
     * @param elsewhere gives the same blob at another place, or nothing; asked where the blob's own server refuses it or
     *     has it not, possibly by several threads at once
     */
    public record Job(Blob blob, Tee tee, Supplier<Optional<Blob>> elsewhere) {

        /** Asks for a blob that lies at one place. */
        public Job(Blob blob, Tee tee) {
            this(blob, tee, Optional::empty);
        }
    }

    /**
     * Fetches all; gives the entries in the order of the jobs.
     *
     * @throws FaultException with all faults found, in the order of the jobs
     */
    public List<Entry> fetch(List<Job> jobs) {
        return fetch(jobs, missing(jobs.stream().map(Job::blob).toList()));
    }

    /**
     * Fetches all whose missing part the caller has looked up already.
     *
     * @throws FaultException with all faults found, in the order of the jobs
     */
    public List<Entry> fetch(List<Job> jobs, Missing missing) {
        store.demand(missing.rest());
        Run run = new Run(jobs);
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i < Math.min(atOnce, jobs.size()); i++) {
            Thread thread = new Thread(run::work, "airgap-download-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        run.work();
        for (Thread thread : threads) {
            join(thread, run);
        }
        return run.result();
    }

    private static void join(Thread thread, Run run) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                run.stop.stop();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Tells what of many blobs the store lacks.
     *
     * @param files how many
     * @param bytes their sizes together
     * @param rest the bytes that no former run has left
     */
    public record Missing(int files, long bytes, long rest) {

        private Missing and(long size, long left) {
            return new Missing(files + 1, sum(bytes, size), sum(rest, size - Math.min(size, left)));
        }

        private static long sum(long a, long b) {
            return Math.min(Long.MAX_VALUE - b, a) + b;
        }
    }

    /** Looks up which blobs are missing; one of an unknown size counts as none. */
    public Missing missing(List<Blob> blobs) {
        Missing missing = new Missing(0, 0, 0);
        for (Blob blob : blobs) {
            boolean there = !blob.sha256().isEmpty()
                    && store.find(blob.sha256(), blob.size()).isPresent();
            if (!there && blob.size() >= 0) {
                missing = missing.and(blob.size(), store.partial(blob));
            }
        }
        return missing;
    }

    private final class Run {

        private final List<Job> jobs;
        private final Queue<Integer> waiting;
        private final Entry[] entries;
        private final FaultException[] failures;
        private final Stop stop = new Stop();
        private final Lanes lanes;
        private volatile boolean probing;

        Run(List<Job> jobs) {
            this.jobs = jobs;
            this.lanes = new Lanes(jobs.size());
            this.entries = new Entry[jobs.size()];
            this.failures = new FaultException[jobs.size()];
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < jobs.size(); i++) {
                order.add(i);
            }
            order.sort(
                    Comparator.comparingLong((Integer i) -> -jobs.get(i).blob().size()));
            this.waiting = new ConcurrentLinkedQueue<>(order);
        }

        void work() {
            for (Integer next = waiting.poll(); next != null; next = waiting.poll()) {
                Job job = jobs.get(next);
                try {
                    if (probing) {
                        probe(job);
                    } else if (!stop.stopped()) {
                        entries[next] = fetch(job);
                    }
                } catch (FaultException e) {
                    if (!fail(next, e)) {
                        again(next);
                    }
                } catch (RuntimeException e) {
                    fail(next, new FaultException(Fault.of(job.blob().label() + " could not be fetched: " + e), e));
                } finally {
                    lanes.give();
                }
            }
        }

        /** Fetches a blob, if need be from its other place; where that fails too, the first failure is the one to tell. */
        private Entry fetch(Job job) {
            try {
                return store.fetch(job.blob(), transport, job.tee(), progress, stop, lanes);
            } catch (FaultException first) {
                Optional<Blob> other = refused(first) ? job.elsewhere().get() : Optional.empty();
                if (other.isEmpty()) {
                    throw first;
                }
                try {
                    return store.fetch(other.get(), transport, job.tee(), progress, stop, lanes);
                } catch (FaultException second) {
                    if (stop.stopped() && !(second.getCause() instanceof Download.StatusException)) {
                        // It was broken off, and says nothing about this blob.
                        throw second;
                    }
                    first.addSuppressed(second);
                    throw first;
                }
            }
        }

        private static boolean refused(FaultException failure) {
            return missing(failure)
                    || failure.getCause() instanceof Download.StatusException status
                            && (status.status() == 401 || status.status() == 403);
        }

        /** Keeps a failure; false where it is most likely but the echo of the first one. */
        private boolean fail(int index, FaultException failure) {
            synchronized (this) {
                boolean first = !stop.stopped();
                if (!first && !missing(failure)) {
                    return false;
                }
                failures[index] = failure;
                probing |= first && missing(failure);
                stop.stop();
                return true;
            }
        }

        /** Asks for a blob whose fetch was broken off before its answer could be judged. */
        private void again(int index) {
            try {
                if (probing) {
                    probe(jobs.get(index));
                }
            } catch (FaultException e) {
                fail(index, e);
            }
        }

        private static boolean missing(FaultException failure) {
            return failure.getCause() instanceof Download.StatusException status
                    && (status.status() == 404 || status.status() == 410);
        }

        /** Asks whether a blob is there, without taking it. */
        private void probe(Job job) {
            Blob blob = job.blob();
            if (!blob.sha256().isEmpty()
                    && store.find(blob.sha256(), blob.size()).isPresent()) {
                return;
            }
            try (Reply reply = transport.send(Ask.file(blob.url()).with("Range", "bytes=0-0"))) {
                if ((reply.status() == 404 || reply.status() == 410)
                        && job.elsewhere().get().isEmpty()) {
                    throw new FaultException(
                            StatusFault.of(reply, blob.label(), blob.source()),
                            new Download.StatusException(reply.status()));
                }
            } catch (IOException e) {
                // The first failure is the one to tell; this look was only to find more of its kind.
                probing = false;
            }
        }

        List<Entry> result() {
            List<Fault> faults = new ArrayList<>();
            Throwable cause = null;
            for (FaultException failure : failures) {
                if (failure != null) {
                    cause = cause == null ? failure : cause;
                    faults.addAll(failure.faults());
                }
            }
            if (!faults.isEmpty()) {
                throw new FaultException(faults, cause);
            }
            if (stop.stopped()) {
                throw new FaultException(Fault.of("The downloads were interrupted"));
            }
            return List.of(entries);
        }
    }
}
