package dev.airgap.index;

import java.net.URI;
import java.util.List;

/**
 * Holds what an index says of a project as a whole.
 *
 * @param status PEP 792: active, archived, quarantined, deprecated; empty where the index says nothing
 * @param reason PEP 792, control characters out; empty where none
 * @param tracks PEP 708: the projects elsewhere whose files this one carries
 * @param alternates PEP 708: the other indexes that the project itself names
 */
public record ProjectStatus(String status, String reason, List<URI> tracks, List<URI> alternates) {

    /** PEP 792: nothing of the project may be taken. */
    public static final String QUARANTINED = "quarantined";

    static final ProjectStatus UNKNOWN = new ProjectStatus("", "", List.of(), List.of());
}
