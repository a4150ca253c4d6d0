package dev.airgap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class UnforeseenTest {

    @Test
    void whateverComesIsASentence() {
        assertThat(Unforeseen.fault("bundle", new NullPointerException()))
                .hasToString("An unexpected fault in airgap:bundle\n  NullPointerException\n"
                        + "  -> Run again with -e, and report what it says to those who publish this plugin.");
        assertThat(Unforeseen.fault("lock", new UncheckedIOException(new IOException("disk\u001b[31m gone"))))
                .asString()
                .contains("airgap:lock\n  IOException, disk?[31m gone\n");
        assertThat(Unforeseen.fault("lock", new StackOverflowError()))
                .asString()
                .contains("airgap:lock reads is nested too deep");
        assertThat(Unforeseen.fault("lock", new OutOfMemoryError("Java heap space")))
                .asString()
                .contains("Java heap space", "MAVEN_OPTS");
        assertThat(Unforeseen.fault("lock", new IllegalStateException(new OutOfMemoryError("Java heap space"))))
                .asString()
                .contains("Java heap space", "MAVEN_OPTS");
        assertThat(Unforeseen.fault("lock", new IllegalArgumentException("no port")))
                .asString()
                .startsWith("A value can't be used by airgap:lock: no port");
    }
}
