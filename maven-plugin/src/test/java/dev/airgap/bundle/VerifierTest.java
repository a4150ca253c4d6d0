package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgap.fault.FaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final Samples samples = Samples.usual();
    private final Verifier verifier = new Verifier("airgap-maven-plugin 0.1.0", CLOCK);

    @TempDir
    Path folder;

    private Path tar;
    private Path out;

    @BeforeEach
    void seal() throws Exception {
        tar = samples.seal(folder.resolve("b.tar"));
        out = folder.resolve("out");
        new Unpacker("test 1", CLOCK).unpack(tar, out, Samples.whole());
    }

    @Test
    void tarAndFolderAreTheSameBundle() {
        Report one = verifier.verify(tar, samples.plan().digest());
        Report two = verifier.verify(out, samples.plan().digest());
        assertThat(one.faults()).isEmpty();
        assertThat(two.faults()).isEmpty();
        assertThat(one.identity()).isEqualTo(two.identity());
        assertThat(one.form()).isEqualTo("tar");
        assertThat(two.form()).isEqualTo("folder");
        assertThat(one.checks()).isEqualTo(two.checks()).hasSize(8);
    }

    @Test
    void allFaultsAreFoundAtOnce() throws Exception {
        Files.delete(out.resolve(Samples.OWN_ARM));
        Files.writeString(out.resolve("wheels").resolve("extra.whl"), "x");
        Files.writeString(out.resolve(Samples.MODEL + "config.json"), "seventeen bytes!!");
        Files.writeString(out.resolve("airgap.env"), "A=b\n");
        Files.delete(out.resolve("README.txt"));
        Files.createSymbolicLink(out.resolve("README.txt"), Path.of("airgap.env"));
        Report report = verifier.verify(out);
        assertThat(report.faults().stream().map(fault -> fault.what() + ": " + fault.detail()))
                .anyMatch(text -> text.equals("A file is missing: " + Samples.OWN_ARM))
                .anyMatch(text -> text.startsWith("A file is there that the bundle does not list: wheels/extra.whl"))
                .anyMatch(text -> text.contains("config.json\nexpected: ")
                        && text.contains("actual: " + Sha256.of(Samples.bytes("seventeen bytes!!"))))
                .anyMatch(text -> text.contains("airgap.env\nexpected: ") && text.contains("actual: 4 bytes"))
                .anyMatch(text -> text.contains("README.txt is a symbolic link"))
                .anyMatch(text -> text.contains("A file is missing: README.txt"));
        assertThat(report.checks().stream().filter(check -> check.verdict() == Report.Verdict.FAILED))
                .extracting(Report.Check::name)
                .containsExactly(Audit.NAMES, Audit.COMPLETE, Audit.NOTHING_ELSE, Audit.CONTENT);
        assertThatThrownBy(() -> report.orThrow("verify.json"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("extra.whl");
    }

    @Test
    void manyOfAKindAreToldByTheFirstAndListedInTheEvidence() throws Exception {
        for (int i = 0; i < 300; i++) {
            Files.writeString(out.resolve("wheels/extra-%03d.whl".formatted(i)), "x");
        }
        Files.delete(out.resolve(Samples.OWN_ARM));
        Report report = verifier.verify(out);
        assertThat(report.toJson()).contains("extra-000.whl", "extra-299.whl");
        assertThat(report.toText()).contains("extra-000.whl", "extra-299.whl");
        assertThatThrownBy(() -> report.orThrow("target/airgap/verify.json"))
                .hasMessageContaining("A file is there that the bundle does not list (300 of these)")
                .hasMessageContaining("wheels/extra-004.whl\n  and 295 more; target/airgap/verify.json lists them all")
                .hasMessageContaining("A file is missing\n")
                .hasMessageNotContaining("extra-005");
    }

    @Test
    void theEvidenceDiffersInItsTimeAlone() throws Exception {
        for (String name : List.of("b", "A", "ü", "c", "a")) {
            Files.writeString(out.resolve("wheels").resolve(name), "x");
        }
        Clock later = Clock.fixed(Instant.parse("2031-02-03T04:05:06.789Z"), ZoneOffset.ofHours(-7));
        Locale usual = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String first = verifier.verify(out).toJson();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Report second = new Verifier("airgap-maven-plugin 0.1.0", later).verify(out);
            assertThat(first).contains("\"time\": \"2026-11-21T12:00:00Z\"", "\"format\": 1,");
            assertThat(second.toJson()).isEqualTo(first.replace("2026-11-21T12:00:00Z", "2031-02-03T04:05:06Z"));
            assertThat(second.toText())
                    .isEqualTo(verifier.verify(out).toText().replace("2026-11-21T12:00:00Z", "2031-02-03T04:05:06Z"));
        } finally {
            Locale.setDefault(usual);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void sha256sumAgreesOnEveryChange() throws Exception {
        for (String path : List.of("airgap.json", Samples.SHARED, "requirements/" + Samples.AMD + ".txt")) {
            byte[] sound = Files.readAllBytes(out.resolve(path));
            byte[] changed = sound.clone();
            changed[changed.length / 2] ^= 4;
            Files.write(out.resolve(path), changed);
            assertThatThrownBy(() -> Shell.sh(out, "sha256sum -c SHA256SUMS")).hasMessageContaining(path + ": FAILED");
            assertThat(verifier.verify(out).isIntact()).as(path).isFalse();
            Files.write(out.resolve(path), sound);
        }
        assertThat(verifier.verify(out).isIntact()).isTrue();
    }

    @Test
    void anotherBundleThanExpectedIsAFault() {
        String other = "sha256:" + "1".repeat(64);
        assertThat(verifier.verify(tar, other).toText())
                .contains(
                        "This is another bundle than expected",
                        other,
                        samples.plan().digest());
    }

    @Test
    void theEvidenceNamesToolTimeBundleAndChecks() throws Exception {
        Report report = verifier.verify(tar);
        report.write(folder.resolve("evidence"), "verify");
        JsonNode json = new ObjectMapper()
                .readTree(folder.resolve("evidence/verify.json").toFile());
        assertThat(json.get("intact").asBoolean()).isTrue();
        assertThat(json.get("tool").asText()).isEqualTo("airgap-maven-plugin 0.1.0");
        assertThat(json.get("time").asText()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(json.get("path").asText()).endsWith("b.tar");
        JsonNode bundle = json.get("bundle");
        assertThat(bundle.get("name").asText()).isEqualTo("sample");
        assertThat(bundle.get("version").asText()).isEqualTo("1.2.3");
        assertThat(bundle.get("digest").asText()).isEqualTo(samples.plan().digest());
        assertThat(bundle.get("sums").asText())
                .isEqualTo("sha256:"
                        + Shell.sh(out, "sha256sum SHA256SUMS | cut -d ' ' -f 1")
                                .strip());
        assertThat(bundle.get("files").asInt()).isEqualTo(15);
        assertThat(json.get("checks")).hasSize(8).allSatisfy(check -> {
            assertThat(check.get("verdict").asText()).isEqualTo("passed");
            assertThat(check.get("count").asInt()).isPositive();
        });
        assertThat(json.get("faults")).isEmpty();
        String text = Files.readString(folder.resolve("evidence/verify.txt"));
        assertThat(text)
                .startsWith("INTACT  " + tar)
                .contains("2026-11-21T12:00:00Z by airgap-maven-plugin 0.1.0")
                .contains("passed        13  " + Audit.CONTENT)
                .contains("passed         4  " + Audit.CLOSURE)
                .doesNotContain("\r");
    }

    @Test
    void faultsStandInTheEvidence() throws Exception {
        Files.delete(out.resolve("airgap.json"));
        Report report = verifier.verify(out);
        JsonNode json = new ObjectMapper().readTree(report.toJson());
        assertThat(json.get("intact").asBoolean()).isFalse();
        assertThat(json.get("faults")).hasSize(1);
        assertThat(json.get("faults").get(0).get("what").asText()).isEqualTo("The bundle has no airgap.json");
        assertThat(report.checks().stream().filter(check -> check.verdict() == Report.Verdict.SKIPPED))
                .hasSize(6);
    }

    @Test
    void wheelsWithoutPinsAndPinsWithoutWheelsAreFound() throws Exception {
        Samples loose = Samples.usual();
        loose.await("wheels/stray-1.0-py3-none-any.whl", 10, Kind.WHEEL, List.of(Samples.AMD));
        assertThat(verifier.verify(loose.seal(folder.resolve("loose.tar"))).toText())
                .contains("A wheel is pinned by nothing", "wheels/stray-1.0-py3-none-any.whl is not in requirements/");
        Samples bare = new Samples();
        bare.await("wheels/stray-1.0-py3-none-any.whl", 10, Kind.WHEEL, List.of(Samples.AMD));
        assertThat(verifier.verify(bare.seal(folder.resolve("bare.tar"))).toText())
                .contains("A target has wheels, but no requirements");
        Samples renamed = new Samples();
        renamed.await("wheels/other-1.0-py3-none-any.whl", 10, Kind.WHEEL, List.of(Samples.AMD));
        renamed.text(
                "requirements/" + Samples.AMD + ".txt",
                "wanted==1.0 \\\n    --hash=sha256:"
                        + Sha256.of(renamed.contents.get("wheels/other-1.0-py3-none-any.whl")) + "\n",
                Kind.REQUIREMENTS,
                List.of(Samples.AMD));
        assertThat(verifier.verify(renamed.seal(folder.resolve("renamed.tar"))).toText())
                .contains("A pinned requirement has no wheel in the bundle", "wanted==1.0");
    }

    @Test
    void whatIsNotThereIsASentence() {
        assertThatThrownBy(() -> verifier.verify(folder.resolve("none")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("no such bundle");
    }
}
