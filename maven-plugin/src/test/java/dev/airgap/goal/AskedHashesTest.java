package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airgap.fault.FaultException;
import dev.airgap.input.WrittenRequirement;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Target;
import dev.airgap.python.Targets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AskedHashesTest {

    private static final Target OLD = Targets.parse("cp310-manylinux_2_28_x86_64");
    private static final Target NEW = Targets.parse("cp312-manylinux_2_28_x86_64");
    private static final PackageName BETA = PackageName.of("beta");

    @Test
    void aFileMustHaveAHashThatEachLineNames() {
        AskedHashes hashes = hashes(
                line("beta==1.0", "requirements.txt:1", "a", "b"), line("beta==1.0", "constraints.txt:1", "b", "c"));
        assertThat(hashes.of(BETA)).containsExactly(sha("b"));
        assertThat(hashes.allows(BETA, sha("a"))).isFalse();
        assertThat(hashes.allows(BETA, sha("b"))).isTrue();
        assertThat(hashes.allows(BETA, sha("c"), NEW.id())).isFalse();
        assertThat(hashes.places(BETA)).isEqualTo("requirements.txt:1, constraints.txt:1");
    }

    @Test
    void aLineWithoutHashesNarrowsNothing() {
        AskedHashes hashes = hashes(line("beta", "requirements.txt:1"), line("beta==1.0", "constraints.txt:1", "a"));
        assertThat(hashes.of(BETA)).containsExactly(sha("a"));
        assertThat(hashes.knows(PackageName.of("other"))).isFalse();
        assertThat(hashes.allows(PackageName.of("other"), sha("x"))).isTrue();
    }

    @Test
    void linesForOtherTargetsCountThereAlone() {
        AskedHashes hashes = hashes(
                line("beta==1.0; python_version < '3.11'", "requirements.txt:1", "a"),
                line("beta==2.0; python_version >= '3.11'", "requirements.txt:2", "b"));
        assertThat(hashes.of(BETA)).containsExactly(sha("a"), sha("b"));
        assertThat(hashes.allows(BETA, sha("a"), OLD.id())).isTrue();
        assertThat(hashes.allows(BETA, sha("a"), NEW.id())).isFalse();
    }

    @Test
    void linesThatLeaveNoHashAreAFaultOfBothPlaces() {
        FaultException failure = catchThrowableOfType(
                FaultException.class,
                () -> hashes(
                        line("beta==1.0", "requirements.txt:1", "a"),
                        line("beta==1.0", "constraints.txt:7", "b"),
                        new WrittenRequirement(
                                Requirement.parse("gamma"), List.of("sha512:00"), "requirements.txt:2")));
        assertThat(failure.faults()).hasSize(2);
        assertThat(failure.faults().get(0).toString())
                .contains("The hashes of beta contradict each other", "requirements.txt:1, constraints.txt:7");
        assertThat(failure.faults().get(1).toString())
                .contains("The hashes of gamma can't be compared", "requirements.txt:2");
    }

    private static AskedHashes hashes(WrittenRequirement... lines) {
        return new AskedHashes(List.of(lines), List.of(OLD, NEW));
    }

    private static WrittenRequirement line(String text, String where, String... hashes) {
        return new WrittenRequirement(
                Requirement.parse(text),
                Stream.of(hashes).map(hash -> "sha256:" + sha(hash)).toList(),
                where);
    }

    private static String sha(String digit) {
        return digit.repeat(64);
    }
}
