package dev.airgap.store;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Says what the disk under the store refuses. */
final class Disk {

    private final Path root;

    Disk(Path root) {
        this.root = root;
    }

    /** Makes sure, before anything is fetched, that so many bytes fit. */
    void demand(long bytes) throws IOException {
        Files.createDirectories(root);
        long available = Files.getFileStore(root).getUsableSpace();
        if (bytes > available) {
            throw new FaultException(full(bytes, available));
        }
    }

    /** Explains a failed write; tells of a full disk by how little is left, since the system's words depend on its language. */
    FaultException explain(IOException cause, String label, long needed) {
        long available = available();
        boolean full = available >= 0 && available < Math.max(needed, 1 << 20);
        Fault fault = full
                ? full(needed, available)
                : new Fault(
                        label + " could not be written to the store",
                        root.toString(),
                        String.valueOf(cause),
                        "correct the folder's permissions, or name another by -Dairgap.store or AIRGAP_STORE");
        return new FaultException(fault, cause);
    }

    private long available() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            return -1;
        }
    }

    private Fault full(long needed, long available) {
        return new Fault(
                "the disk under the store is full",
                root.toString(),
                "needed: " + (needed < 0 ? "an unknown number of bytes" : text(needed)) + "\navailable: "
                        + text(available),
                "free space there, or name a folder on another disk by -Dairgap.store or AIRGAP_STORE");
    }

    private static String text(long bytes) {
        return bytes < 10_000
                ? bytes + " bytes"
                : String.format(Locale.ROOT, "%,d bytes (%.1f MB)", bytes, bytes / 1e6);
    }
}
