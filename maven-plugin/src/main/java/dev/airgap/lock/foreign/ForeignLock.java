package dev.airgap.lock.foreign;

import dev.airgap.python.Target;
import java.util.List;

/** Says what each target takes of another tool's lock. */
public interface ForeignLock {

    /** Names the file, for people. */
    String name();

    /** Lists what a target takes; throws IllegalArgumentException where the lock doesn't serve it. */
    List<Taken> taken(Target target);
}
