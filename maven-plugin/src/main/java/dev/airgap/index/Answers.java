package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Keeps one answer a question for the length of a run. What is at hand is answered by the asker's own thread; the rest
 * may be fetched ahead by a crew. Whoever asks for a fetch that has not begun does it himself, so nobody waits in a queue.
 */
final class Answers<Q, A> {

    private final ConcurrentHashMap<Object, FutureTask<A>> tasks = new ConcurrentHashMap<>();
    private final Function<Q, A> atHand;
    private final Function<Q, A> fetch;
    private final Crew crew;

    /**
     * Takes the two ways to an answer.
     *
     * @param atHand gives the answer without the network, or null
     * @param fetch gives the answer by the network
     */
    Answers(Function<Q, A> atHand, Function<Q, A> fetch, Crew crew) {
        this.atHand = atHand;
        this.fetch = fetch;
        this.crew = crew;
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
        FutureTask<A> task;
        try {
            A ready = atHand.apply(question);
            if (ready == null) {
                return new FutureTask<>(() -> fetch.apply(question));
            }
            task = new FutureTask<>(() -> ready);
        } catch (FaultException fault) {
            task = new FutureTask<>(() -> {
                throw fault;
            });
        }
        task.run();
        return task;
    }
}
