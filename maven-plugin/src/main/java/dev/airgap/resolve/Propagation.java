package dev.airgap.resolve;

import java.util.ArrayList;
import java.util.List;

/**
 * Derives what follows from the incompatibilities. Each watches two of its terms; as long as neither is true there is
 * nothing to derive, so a change costs only what watches the variable that changed.
 */
final class Propagation {

    /** An incompatibility that was looked at above the level at which it speaks. */
    private record Late(Incompatibility incompatibility, int spoke, int speaks) {}

    private final Trail trail;
    private final List<Late> late = new ArrayList<>();
    private int head;

    Propagation(Trail trail) {
        this.trail = trail;
    }

    /**
     * Takes an incompatibility in, or looks again at one whose terms were widened, and derives what follows at once.
     *
     * @return the incompatibility where all its terms are true, else null
     */
    Incompatibility add(Incompatibility incompatibility) {
        int open = -1;
        int second = -1;
        int latest = -1;
        int latestAt = -1;
        int secondLatest = -1;
        int secondAt = -1;
        for (int i = 0; i < incompatibility.size(); i++) {
            Variable variable = incompatibility.variables[i];
            VersionSet set = incompatibility.sets[i];
            if (!trail.state(variable).subsetOf(set)) {
                if (open >= 0) {
                    second = i;
                    break;
                }
                open = i;
                continue;
            }
            int at = trail.satisfier(variable, set);
            if (at > latestAt) {
                secondLatest = latest;
                secondAt = latestAt;
                latest = i;
                latestAt = at;
            } else if (at > secondAt) {
                secondLatest = i;
                secondAt = at;
            }
        }
        if (second >= 0) {
            watch(incompatibility, open, second);
            return null;
        }
        if (open < 0) {
            watch(incompatibility, latest, secondLatest < 0 ? latest : secondLatest);
            hear(incompatibility, secondAt < 0 ? 0 : trail.level(secondAt));
            return incompatibility;
        }
        int speaks = latestAt < 0 ? 0 : trail.level(latestAt);
        watch(incompatibility, open, latest < 0 ? open : latest);
        hear(incompatibility, speaks);
        derive(incompatibility, open);
        return null;
    }

    /** Remembers what speaks at a level below the present one: going back would forget what it said. */
    private void hear(Incompatibility incompatibility, int speaks) {
        if (speaks < trail.level()) {
            late.add(new Late(incompatibility, trail.level(), speaks));
        }
    }

    private void watch(Incompatibility incompatibility, int first, int second) {
        int oldA = incompatibility.watchA;
        int oldB = incompatibility.watchB;
        if (first != oldA && first != oldB) {
            incompatibility.variables[first].watch(incompatibility);
        }
        if (second != first && second != oldA && second != oldB) {
            incompatibility.variables[second].watch(incompatibility);
        }
        incompatibility.watchA = first;
        incompatibility.watchB = second;
    }

    private void derive(Incompatibility incompatibility, int index) {
        Variable variable = incompatibility.variables[index];
        VersionSet set = incompatibility.sets[index];
        if (trail.state(variable).intersects(set)) {
            trail.exclude(variable, set, incompatibility);
        }
    }

    /** Derives all that follows; gives an incompatibility whose terms are all true, or null. */
    Incompatibility propagate() {
        while (head < trail.size()) {
            Incompatibility conflict = visit(trail.variable(head++));
            if (conflict != null) {
                return conflict;
            }
        }
        return null;
    }

    private Incompatibility visit(Variable variable) {
        Incompatibility conflict = null;
        int kept = 0;
        int count = variable.watching();
        int i = 0;
        for (; i < count && conflict == null; i++) {
            Incompatibility incompatibility = variable.watcher(i);
            int a = incompatibility.watchA;
            int b = incompatibility.watchB;
            int mine;
            if (a < 0) {
                continue;
            }
            if (incompatibility.variables[a] == variable) {
                mine = a;
            } else if (incompatibility.variables[b] == variable) {
                mine = b;
            } else {
                continue; // it watches another by now
            }
            int other = mine == a ? b : a;
            if (!trail.state(variable).subsetOf(incompatibility.sets[mine])) {
                if (isDone(incompatibility, other)) {
                    incompatibility.watchA = -1;
                    incompatibility.watchB = -1;
                } else {
                    variable.keepWatcher(kept++, incompatibility);
                }
                continue;
            }
            if (other == mine) {
                variable.keepWatcher(kept++, incompatibility);
                conflict = incompatibility;
                continue;
            }
            int replacement = replacement(incompatibility, mine, other);
            if (replacement >= 0) {
                incompatibility.watchA = replacement;
                incompatibility.watchB = other;
                incompatibility.variables[replacement].watch(incompatibility);
                continue;
            }
            variable.keepWatcher(kept++, incompatibility);
            Variable last = incompatibility.variables[other];
            if (trail.state(last).subsetOf(incompatibility.sets[other])) {
                conflict = incompatibility;
            } else {
                derive(incompatibility, other);
            }
        }
        for (; i < count; i++) {
            variable.keepWatcher(kept++, variable.watcher(i));
        }
        variable.truncateWatchers(kept);
        return conflict;
    }

    /**
     * Tells whether a term can never be true again, whatever is decided. What says it need not be watched: the search
     * through a thousand releases leaves a dependency of each behind, and all of them watch the same package.
     */
    private boolean isDone(Incompatibility incompatibility, int term) {
        return trail.level() == 0
                && !trail.state(incompatibility.variables[term]).intersects(incompatibility.sets[term]);
    }

    private int replacement(Incompatibility incompatibility, int mine, int other) {
        for (int i = 0; i < incompatibility.size(); i++) {
            if (i != mine
                    && i != other
                    && !trail.state(incompatibility.variables[i]).subsetOf(incompatibility.sets[i])) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Goes back to a level.
     *
     * @return an incompatibility that is still wholly true there, or null
     */
    Incompatibility backtrack(int level) {
        trail.backtrack(level);
        head = Math.min(head, trail.size());
        Incompatibility conflict = null;
        int kept = 0;
        int count = late.size();
        List<Incompatibility> again = null;
        for (int i = 0; i < count; i++) {
            Late entry = late.get(i);
            if (entry.spoke <= level) {
                late.set(kept++, entry);
            } else if (entry.speaks <= level) {
                again = again == null ? new ArrayList<>() : again;
                again.add(entry.incompatibility);
            }
        }
        late.subList(kept, count).clear();
        if (again != null) {
            for (Incompatibility incompatibility : again) {
                Incompatibility found = add(incompatibility);
                conflict = conflict == null ? found : conflict;
            }
        }
        return conflict;
    }
}
