package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlePlanTest {

    @Test
    void thePlanIsWholeAndSorted() {
        BundlePlan plan = Samples.usual().plan();
        assertThat(plan.entries().stream().map(BundleEntry::path))
                .startsWith("README.txt", "SHA256SUMS", "airgap.env", "airgap.json")
                .isSortedAccordingTo(PathOrder.BYTES)
                .hasSize(15);
        assertThat(plan.targets()).containsExactly(Samples.ARM, Samples.AMD);
        assertThat(plan.awaited()).hasSize(7);
    }

    @Test
    void aPlanOfAPlansEntriesIsThePlan() {
        BundlePlan plan = Samples.usual().plan();
        assertThat(new BundlePlan(
                        plan.name(), plan.version(), plan.timestamp(), plan.root(), plan.targets(), plan.entries()))
                .isEqualTo(plan);
    }

    @Test
    void theDigestIsThatOfTheContentAlone(@TempDir Path folder) throws Exception {
        BundlePlan plan = Samples.usual().plan();
        assertThat(plan.digest())
                .isEqualTo(Samples.usual().plan("9", Instant.EPOCH).digest())
                .isEqualTo(ManifestJson.read(Samples.bytes(Samples.text(plan, "airgap.json")))
                        .digest());
        Samples other = Samples.usual();
        other.text("files/more.txt", "more", Kind.FILE, List.of());
        assertThat(other.plan().digest()).isNotEqualTo(plan.digest());
    }

    @Test
    void aShellComputesTheSameDigest(@TempDir Path folder) throws Exception {
        BundlePlan plan = Samples.usual().plan();
        Samples.usual().seal(folder.resolve("b.tar"));
        String output =
                Shell.sh(folder, "tar -xOf b.tar SHA256SUMS | grep -v '  airgap.json$' | sha256sum | cut -d ' ' -f 1");
        assertThat("sha256:" + output.strip()).isEqualTo(plan.digest());
    }

    @Test
    void theManifestTellsEveryFile() {
        BundlePlan plan = Samples.usual().plan();
        Manifest manifest = ManifestJson.read(Samples.bytes(Samples.text(plan, "airgap.json")));
        assertThat(manifest.name()).isEqualTo("sample");
        assertThat(manifest.version()).isEqualTo("1.2.3");
        assertThat(manifest.timestamp()).isEqualTo(BundleTimestamp.DEFAULT);
        assertThat(manifest.partOf()).isEmpty();
        assertThat(manifest.files()).hasSize(13);
        assertThat(manifest.files().stream().filter(f -> f.path().equals(Samples.OWN_ARM)))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.kind()).isEqualTo("wheel");
                    assertThat(file.size()).isEqualTo(512);
                    assertThat(file.source()).startsWith("https://example.org/");
                    assertThat(file.targets()).containsExactly(Samples.ARM);
                });
        assertThat(Samples.text(plan, "airgap.json").lines())
                .hasSizeBetween(23, 30)
                .allMatch(l -> !l.contains("\r"));
    }

    @Test
    void theEnvironmentSaysWhatTheBundleHas() {
        assertThat(Samples.text(Samples.usual().plan(), "airgap.env")).isEqualTo("""
                        HF_HOME=/opt/airgap/home
                        HF_HUB_CACHE=/opt/airgap/models/hub
                        HUGGINGFACE_HUB_CACHE=/opt/airgap/models/hub
                        SENTENCE_TRANSFORMERS_HOME=/opt/airgap/models/hub
                        FASTEMBED_CACHE_PATH=/opt/airgap/models/hub
                        HF_HUB_OFFLINE=1
                        HF_HUB_DISABLE_TELEMETRY=1
                        HF_DATASETS_OFFLINE=1
                        TRANSFORMERS_OFFLINE=1
                        ORT_DISABLE_TELEMETRY=1
                        DO_NOT_TRACK=1
                        NLTK_DATA=/opt/airgap/files/nltk_data
                        """);
        Samples flat = new Samples();
        flat.text("models/flat/org/name/config.json", "{}", Kind.MODEL, List.of());
        assertThat(Samples.text(flat.plan(), "airgap.env"))
                .startsWith("HF_HOME=/opt/airgap/home\nHF_HUB_OFFLINE=1\n")
                .doesNotContain("HF_HUB_CACHE", "SENTENCE_TRANSFORMERS_HOME", "FASTEMBED");
        Samples tokens = new Samples();
        tokens.text("files/tiktoken_cache/9b5ad71b2ce5302211f9c61530b329a4922fc6a4", "x", Kind.FILE, List.of());
        tokens.text("files/torch/hub/checkpoints/resnet50-0676ba61.pth", "x", Kind.FILE, List.of());
        assertThat(Samples.text(tokens.plan(), "airgap.env"))
                .contains(
                        "TIKTOKEN_CACHE_DIR=/opt/airgap/files/tiktoken_cache\n", "TORCH_HOME=/opt/airgap/files/torch\n")
                .doesNotContain("HF_HOME", "NLTK");
    }

    @Test
    void theReadmeHasTheLinesThatInstall() {
        assertThat(Samples.text(Samples.usual().plan(), "README.txt"))
                .contains(
                        "(cd bundle && sha256sum -c --quiet SHA256SUMS)",
                        "python3 -m venv app",
                        "PIP_CONFIG_FILE=/dev/null app/bin/pip --isolated install -r bundle/requirements/TARGET.txt",
                        "app/bin/pip check",
                        "No matching distribution",
                        Samples.AMD,
                        "/opt/airgap/models")
                .doesNotContain("1.2.3");
    }

    @Test
    void theReadmeHasLinesForPowerShellWhereATargetIsWindows() {
        assertThat(Samples.text(Samples.usual().plan(), "README.txt")).doesNotContain("PowerShell");
        Samples windows = Samples.usual();
        windows.await("wheels/own-2.0-cp311-cp311-win_amd64.whl", 9, Kind.WHEEL, List.of("cp311-win_amd64"));
        windows.require("cp311-win_amd64", "wheels/own-2.0-cp311-cp311-win_amd64.whl");
        assertThat(Samples.text(windows.plan(), "README.txt"))
                .contains(
                        "    (cd bundle && sha256sum -c --quiet SHA256SUMS)",
                        "    Get-Content -Encoding UTF8 bundle/SHA256SUMS | ForEach-Object {",
                        "      $sum, $path = $_ -split '  ', 2",
                        "      if ((Get-FileHash -LiteralPath \"bundle/$path\").Hash -ne $sum) { \"changed: $path\" } }",
                        "    python3 -m venv app",
                        "    py -m venv app",
                        "    $env:PIP_CONFIG_FILE = 'nul'",
                        "    app\\Scripts\\pip --isolated install -r bundle/requirements/TARGET.txt",
                        "    Get-Content bundle/airgap.env");
    }

    @Test
    void aWindowsTargetIsKnownWhateverItsId() {
        Samples samples = Samples.usual();
        samples.text(
                "pylock.prod.toml", "environments = [\"sys_platform == 'win32'\"]\n", Kind.PYLOCK, List.of("prod"));
        assertThat(Samples.text(samples.plan(), "README.txt")).contains("On Windows, in PowerShell:");
    }

    @Test
    void theSumsAreThoseThatAShellPrints(@TempDir Path folder) throws Exception {
        Samples.usual().seal(folder.resolve("b.tar"));
        assertThat(Shell.sh(folder, "tar -xOf b.tar SHA256SUMS | sha256sum | cut -d ' ' -f 1")
                        .strip())
                .isEqualTo(Samples.usual().plan().sums());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files/a\\b",
                "files/a\nb",
                "files/a\rb",
                "files/a\u001B[31mb",
                "../x",
                "files/NUL",
                "README.TXT",
                "airgap.json",
                "wheels",
                "WHEELS/x",
                Samples.SHARED
            })
    void aPathThatCannotStandIsRefusedByName(String path) {
        Samples samples = Samples.usual();
        samples.text(path, "x", Kind.FILE, List.of());
        assertThatThrownBy(samples::plan)
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("cannot stand in a bundle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relative", "", "/with space", "/a$b", "/a\nb", "/a'b", "/slash/", "C:"})
    void aRootThatAShellReadsOtherwiseIsRefused(String root) {
        assertThatThrownBy(() -> new BundlePlan("n", "1", Instant.EPOCH, root, List.of(), List.of()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("root");
    }

    @Test
    void anEmptyPlanIsABundleTooAndWindowsRootsAreTaken() {
        BundlePlan plan = new BundlePlan("n", "0", Instant.EPOCH, "C:/airgap", List.of(), List.of());
        assertThat(plan.entries()).hasSize(4);
    }

    @Test
    void faultsOfThePlanAreSentences() {
        List<BundleEntry> stray =
                List.of(BundleEntry.inline("requirements/x.txt", "", Kind.REQUIREMENTS, List.of("x")));
        assertThatThrownBy(() -> new BundlePlan("n", "1", Instant.EPOCH, "/r", List.of(), stray))
                .hasMessageContaining("a target that the bundle does not have");
        assertThatThrownBy(() -> new BundlePlan("n\n", "1", Instant.EPOCH, "/r", List.of(), List.of()))
                .hasMessageContaining("one line");
        assertThatThrownBy(() -> new BundlePlan("n", "1", Instant.EPOCH, "/r", List.of("A"), List.of()))
                .hasMessageContaining("[a-z0-9_-]+");
        List<BundleEntry> hashless = List.of(BundleEntry.awaited("files/x", 1, "ABC", Kind.FILE, "", List.of()));
        assertThatThrownBy(() -> new BundlePlan("n", "1", Instant.EPOCH, "/r", List.of(), hashless))
                .hasMessageContaining("sha256");
    }
}
