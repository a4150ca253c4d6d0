package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.http.SafeUrl;
import java.io.UncheckedIOException;

/** Puts what no check foresaw into a sentence: even then nobody reads a stack trace without asking for one. */
final class Unforeseen {

    private Unforeseen() {}

    static Fault fault(String goal, Exception caught) {
        if (caught instanceof IllegalArgumentException && caught.getMessage() != null) {
            return Fault.of("A value can't be used by airgap:" + goal + ": " + SafeUrl.printable(caught.getMessage()))
                    .advise("Correct it; mvn -e shows where it was refused.");
        }
        Throwable cause =
                caught instanceof UncheckedIOException && caught.getCause() != null ? caught.getCause() : caught;
        String said = cause.getMessage() == null ? "" : ", " + SafeUrl.printable(cause.getMessage());
        return Fault.of("An unexpected fault in airgap:" + goal)
                .because(cause.getClass().getSimpleName() + said)
                .advise("Run again with -e, and report what it says to those who publish this plugin.");
    }
}
