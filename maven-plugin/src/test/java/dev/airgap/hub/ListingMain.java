package dev.airgap.hub;

import dev.airgap.fault.FaultException;
import dev.airgap.http.HttpSettings;
import dev.airgap.http.OkTransport;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Plans a snapshot in a process of its own, whose memory a test bounds; prints what it is told. */
public final class ListingMain {

    private ListingMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (OkTransport transport = OkTransport.open(
                HttpSettings.builder("1").retries(0, Duration.ZERO).build())) {
            SnapshotPlan plan = new Hub("models", URI.create(arguments[0]), transport, Duration.ZERO)
                    .plan(ModelRequest.of("models", "org/name", "a".repeat(40)));
            out.println("planned " + plan.files().size());
        } catch (FaultException e) {
            out.println("refused: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
