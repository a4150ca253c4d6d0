package dev.airgap.goal;

import dev.airgap.fault.FaultException;
import dev.airgap.http.Transport;
import dev.airgap.store.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Gives a goal its way to the outside: where each declared server is asked, with which transport. Nothing is opened
 * before it is asked for, so that an unchanged project opens nothing at all.
 */
public interface Network extends AutoCloseable {

    /** Gives the one transport of this goal; opens it at the first call. */
    Transport transport();

    /** Lists the addresses of the indexes in the order of their specs, then those that the environment adds. */
    List<Address> indexes();

    /** Lists the addresses of the hubs, in the order of their specs. */
    List<Address> hubs();

    /** Gives how long a hub may take for a HEAD, where the environment says so; else zero. */
    Duration hubEtagTimeout();

    /** Gives how long a hub may pause in a download, where the environment says so; else zero. */
    Duration hubDownloadTimeout();

    /**
     * Gives the file of a Maven artifact, from the repositories of the project.
     *
     * @param where the place that asks for it, for people
     * @throws FaultException where it can't be had
     */
    Path artifact(Coordinates coordinates, String where);

    /** Tells whether Maven runs offline: then caches answer alone. */
    boolean offline();

    /** Tells whether Maven was called with -U: then every page is asked for again. */
    boolean refresh();

    /** Gives where downloads report to. */
    Progress progress();

    @Override
    void close();
}
