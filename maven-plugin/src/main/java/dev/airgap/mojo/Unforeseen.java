package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.http.SafeUrl;
import java.io.UncheckedIOException;

/** Puts what no check foresaw into a sentence: even then nobody reads a stack trace without asking for one. */
final class Unforeseen {

    private Unforeseen() {}

    static Fault fault(String goal, Throwable thrown) {
        Throwable caught = cause(thrown);
        if (caught instanceof StackOverflowError) {
            return Fault.of("Something that airgap:" + goal + " reads is nested too deep")
                    .advise("Make it flatter; mvn -e shows where it was read.");
        }
        if (caught instanceof OutOfMemoryError) {
            return Fault.of("Java has too little memory for airgap:" + goal)
                    .because(SafeUrl.printable(String.valueOf(caught.getMessage())))
                    .advise("Give Maven more: MAVEN_OPTS=-Xmx2g.");
        }
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

    /** Finds what the machine itself ran out of, which another thread's exception may wrap. */
    private static Throwable cause(Throwable thrown) {
        for (Throwable inner = thrown; inner != null; inner = inner.getCause()) {
            if (inner instanceof VirtualMachineError) {
                return inner;
            }
        }
        return thrown;
    }
}
