package dev.airgap.lock.foreign;

import dev.airgap.python.Target;
import java.util.List;

/** Says what each target takes of another tool's lock. */
public interface ForeignLock {

    /** Names the file, for people. */
    String name();

    /** Lists the projects of the user's own that others need, which are folders and no wheels. */
    List<String> local();

    /** Lists what a target takes; throws IllegalArgumentException where the lock doesn't serve it. */
    List<Taken> taken(Target target);
}
