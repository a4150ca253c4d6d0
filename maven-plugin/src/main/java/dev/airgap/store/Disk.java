package dev.airgap.store;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.FullDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says what the disk under the store refuses. */
final class Disk {

    private static final String ELSEWHERE =
            "Free space there, or name a folder on another disk by -Dairgap.store or AIRGAP_STORE; what has arrived is kept";

    private final Path root;

    Disk(Path root) {
        this.root = root;
    }

    /** Makes sure, before anything is fetched, that so many bytes fit. */
    void demand(long bytes) throws IOException {
        Files.createDirectories(root);
        long free = Files.getFileStore(root).getUsableSpace();
        if (bytes > free) {
            throw new FaultException(FullDisk.fault("what is to be fetched", root, bytes, free, ELSEWHERE));
        }
    }

    /** Explains a failed write. */
    FaultException explain(IOException cause, String label, long needed) {
        Fault fault = FullDisk.of(cause, label, root, needed, ELSEWHERE)
                .orElseGet(() -> new Fault(
                        label + " could not be written to the store",
                        root.toString(),
                        String.valueOf(cause),
                        "Correct the folder's permissions, or name another by -Dairgap.store or AIRGAP_STORE"));
        return new FaultException(fault, cause);
    }
}
