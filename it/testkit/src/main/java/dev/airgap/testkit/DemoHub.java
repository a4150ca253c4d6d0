package dev.airgap.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/** Runs a hub with one tiny model until it is killed: what the demo reads its model from. */
public final class DemoHub {

    private DemoHub() {}

    /**
     * Starts the hub and prints its address.
     *
     * @param args where the address is written to as well, once the hub answers; optional: a port
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        try (HubServer hub = HubServer.start(port)) {
            hub.add(TinyModel.repo("sentence-transformers/all-MiniLM-L6-v2"));
            PrintStream out = System.out;
            out.println(hub.endpoint());
            if (args.length > 0) {
                Path file = Path.of(args[0]).toAbsolutePath();
                Files.createDirectories(file.getParent());
                Path beside =
                        Files.writeString(file.resolveSibling(file.getFileName() + ".part"), hub.endpoint() + "\n");
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
            new CountDownLatch(1).await();
        }
    }
}
