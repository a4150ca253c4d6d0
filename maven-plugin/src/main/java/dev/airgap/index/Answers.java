package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Keeps one answer a question for the length of a run. What is at hand is answered by the asker's own thread; the rest
 * may be fetched ahead by a crew. Whoever asks for a fetch that has not begun does it himself, so nobody waits in a queue.
 */
abstract class Answers<Q, A> {

    private final ConcurrentHashMap<Object, FutureTask<A>> tasks = new ConcurrentHashMap<>();
    private final Crew crew;

    Answers(Crew crew) {
        this.crew = crew;
    }

    /** Gives the answer without the network, or null. */
    abstract A atHand(Q question);

    /** Gives the answer by the network. */
    abstract A fetch(Q question);

    /** Does the work of a task; a class of its own, since a cold JVM links lambdas slowly. */
    private final class Work implements Callable<A> {
        private final Q question;
        private final A ready;
        private final FaultException fault;

        Work(Q question, A ready, FaultException fault) {
            this.question = question;
            this.ready = ready;
            this.fault = fault;
        }

        @Override
        public A call() {
            if (fault != null) {
                throw fault;
            }
            return ready != null ? ready : fetch(question);
        }
    }

    /** Sees to it that the answer will be there; what fails is said to whoever asks for it. */
    void prefetch(Object key, Q question) {
        if (!tasks.containsKey(key)) {
            FutureTask<A> task = begun(question);
            if (tasks.putIfAbsent(key, task) == null && !task.isDone()) {
                crew.soon(task);
            }
        }
    }

    /** Gives the answer; waits for it, or fetches it. */
    A ask(Object key, Q question) {
        FutureTask<A> task = tasks.get(key);
        if (task == null) {
            FutureTask<A> mine = begun(question);
            FutureTask<A> other = tasks.putIfAbsent(key, mine);
            task = other == null ? mine : other;
        }
        // Does nothing where somebody else has begun.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FaultException(Fault.of("The build was stopped while it waited for an index"), stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Makes a task that is done already where the answer, or the fault, is at hand. */
    private FutureTask<A> begun(Q question) {
        A ready = null;
        FaultException fault = null;
        try {
            ready = atHand(question);
        } catch (FaultException failed) {
            fault = failed;
        }
        FutureTask<A> task = new FutureTask<>(new Work(question, ready, fault));
        if (ready != null || fault != null) {
            task.run();
        }
        return task;
    }
}
