package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Proves a bundle complete and untouched, a tar as well as an unpacked folder. */
public final class Verifier {

    private final String tool;
    private final Clock clock;

    /**
     * Makes a verifier.
     *
     * @param tool name and version that the evidence tells
     * @param clock whose time the evidence tells
     */
    public Verifier(String tool, Clock clock) {
        this.tool = tool;
        this.clock = clock;
    }

    /**
     * Checks everything, goes on after what it finds, and reports it all.
     *
     * @param bundle a tar or a folder
     * @throws FaultException where there is neither, or it cannot be opened
     */
    public Report verify(Path bundle) {
        return verify(bundle, "");
    }

    /**
     * Checks everything, and that it is this very bundle.
     *
     * @param digest {@code sha256:…} as the sealing side told it; empty where any bundle will do
     * @throws FaultException where there is no bundle to open
     */
    public Report verify(Path bundle, String digest) {
        try (BundleView view = open(bundle)) {
            Audit audit = new Audit(view);
            audit.listing(digest);
            audit.contents();
            audit.closure();
            return audit.report(tool, clock.instant());
        } catch (IOException e) {
            throw new FaultException(
                    new Fault(
                            "The bundle cannot be read",
                            bundle.toString(),
                            e.getClass().getSimpleName() + ": " + e.getMessage(),
                            "See that the path is right and may be read."),
                    e);
        }
    }

    private static BundleView open(Path bundle) throws IOException {
        if (!Files.exists(bundle)) {
            throw new FaultException(new Fault(
                    "There is no such bundle",
                    bundle.toString(),
                    "",
                    "Name a bundle's tar or the folder it was unpacked to."));
        }
        return Files.isDirectory(bundle) ? FolderView.open(bundle) : TarView.open(bundle);
    }
}
