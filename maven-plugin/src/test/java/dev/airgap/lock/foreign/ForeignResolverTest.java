package dev.airgap.lock.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Target;
import dev.airgap.python.Targets;
import dev.airgap.python.Version;
import dev.airgap.python.WheelName;
import dev.airgap.resolve.Catalog;
import dev.airgap.resolve.Pin;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes over what uv, Poetry and PDM locked; {@code it/goldens/foreign_locks.py} records what they export themselves. */
class ForeignResolverTest {

    private static final Path FOLDER = Path.of("/project");

    /** Stands for an index that has every wheel that a lock can name. */
    private static final class Everything implements Catalog {

        private final String sha256;
        final List<WheelFile> wheels = new ArrayList<>();

        Everything(String sha256) {
            this.sha256 = sha256;
        }

        @Override
        public void prefetch(PackageName name) {}

        @Override
        public void prefetch(WheelFile wheel) {}

        @Override
        public Metadata metadata(WheelFile wheel) {
            throw new AssertionError("a lock is taken over, not solved anew");
        }

        @Override
        public Releases releases(PackageName name) {
            List<WheelFile> own = new ArrayList<>();
            for (WheelFile wheel : wheels) {
                if (wheel.name().name().equals(name)) {
                    own.add(new WheelFile(
                            wheel.name(),
                            "https://index/" + wheel.name().fileName(),
                            sha256.isEmpty() ? wheel.sha256() : sha256,
                            7,
                            Specifiers.ANY,
                            null,
                            "",
                            "",
                            "main"));
                }
            }
            return new Listed(name, own);
        }
    }

    private record Listed(PackageName name, List<WheelFile> files) implements Releases {

        @Override
        public String index() {
            return files.isEmpty() ? "" : "main";
        }

        @Override
        public int size() {
            return files.isEmpty() ? 0 : 1;
        }

        @Override
        public Version version(int position) {
            return files.get(0).name().version();
        }

        @Override
        public List<WheelFile> wheels(int position) {
            return files;
        }

        @Override
        public boolean hasSdist(int position) {
            return false;
        }
    }

    private static String resource(String name) {
        try (InputStream in = ForeignResolverTest.class.getResourceAsStream("/goldens/foreign/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<String> expected() {
        return resource("expected.tsv").lines();
    }

    private static Selection selection(String text) {
        SortedSet<String> none = new TreeSet<>();
        if (text.startsWith("[")) {
            return new Selection(true, new TreeSet<>(List.of(text.substring(1, text.length() - 1))), none);
        }
        return text.isEmpty()
                ? new Selection(true, none, none)
                : new Selection(false, none, new TreeSet<>(List.of(text.substring(1))));
    }

    private static ForeignLock lock(String file, String text, String selection) {
        return ForeignFile.read(file, file, text, FOLDER, selection(selection));
    }

    private static List<Pin> pins(ForeignLock lock, String target, Everything index) {
        List<Target> targets = List.of(Targets.parse(target));
        // The lock's own packages, whether or not it serves the target.
        List<ForeignPackage> packages = lock instanceof FlatLock flat ? flat.packages() : ((GraphLock) lock).packages();
        packages.forEach(pack -> index.wheels.addAll(pack.wheels()));
        return new ForeignResolver(index, name -> "main")
                .resolve(List.of(lock), targets)
                .pins();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void takesWhatTheToolItselfExports(String line) {
        String[] cells = line.split("\t", -1);
        List<Pin> pins = pins(lock(cells[0], resource(cells[0]), cells[1]), cells[2], new Everything(""));
        List<String> found =
                pins.stream().map(pin -> pin.name() + "==" + pin.version()).toList();
        assertThat(found).containsExactlyInAnyOrder(cells[3].split(" ", -1));
        for (Pin pin : pins) {
            WheelFile wheel = pin.wheels().get(cells[2]);
            assertThat(Targets.parse(cells[2]).tags().rank(wheel.name())).isNotNegative();
            assertThat(wheel.sha256()).hasSize(64);
            assertThat(wheel.address()).startsWith("https://");
        }
        if (!cells[0].equals("pylock.toml")) {
            // uv's export leaves dependencies out.
            assertThat(pins.stream()
                            .filter(pin -> pin.name().value().matches("uvicorn|pytest"))
                            .findFirst()
                            .orElseThrow()
                            .dependencies()
                            .get(cells[2]))
                    .isNotEmpty();
        }
    }

    private static List<Fault> faults(String file, String text, String selection, String target) {
        return catchThrowableOfType(
                        FaultException.class, () -> pins(lock(file, text, selection), target, new Everything("")))
                .faults();
    }

    @Test
    void anUnknownExtraIsNoReasonToWriteTheLockAnew() {
        Fault fault = faults("uv.lock", resource("uv.lock"), "[pgg]", X86).get(0);
        assertThat(fault.what()).isEqualTo("The lock doesn't have all that is asked of it");
        assertThat(fault.detail()).contains("no pgg", "pg");
        assertThat(fault.next()).startsWith("Name one that it has");
    }

    @Test
    void namesThePackageThatATargetCanNotHave() {
        List<Fault> faults = faults("uv.lock", resource("uv.lock"), "[pg]", "cp314-manylinux_2_28_x86_64");
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.what())
                    .isEqualTo("The lock has no wheel of psycopg-binary 3.2.4 for" + " cp314-manylinux_2_28_x86_64");
            assertThat(fault.detail()).contains("psycopg_binary-3.2.4-");
        });
    }

    @Test
    void refusesAPythonThatTheLockWasNotMadeFor() {
        for (String file : List.of("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml")) {
            assertThat(faults(file, resource(file), "", "cp310-manylinux_2_28_x86_64")
                            .get(0)
                            .detail())
                    .as(file)
                    .contains("3.11")
                    .contains("3.10");
        }
    }

    /** A target's patch release floats, so that it may be one of those that the lock was made for. */
    @Test
    void servesAPythonOfWhichSomePatchReleasesAreMeant() {
        String lock = resource("uv.lock");
        assertThat(lock).contains("requires-python = \">=3.11, <4.0\"");
        String later = lock.replace("requires-python = \">=3.11, <4.0\"", "requires-python = \">=3.11.4\"");
        assertThat(pins(lock("uv.lock", later, ""), X86, new Everything(""))).isNotEmpty();
        String between = lock.replace("requires-python = \">=3.11, <4.0\"", "requires-python = \">=3.11.4, <3.11.9\"");
        assertThat(pins(lock("uv.lock", between, ""), X86, new Everything(""))).isNotEmpty();
        String none = lock.replace("requires-python = \">=3.11, <4.0\"", "requires-python = \">=3.12.1\"");
        assertThat(faults("uv.lock", none, "", X86).get(0).detail()).contains(">=3.12.1");
    }

    @Test
    void refusesAnExtraOrGroupThatIsNotThere() {
        for (String file : List.of("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml")) {
            assertThat(faults(file, resource(file), "[pgg]", "cp311-manylinux_2_28_x86_64")
                            .get(0)
                            .detail())
                    .as(file)
                    .contains("pgg; ")
                    .containsPattern("(its extras are|its extra is|its groups are) .*pg|it has no extra and no group");
        }
        assertThat(faults("uv.lock", resource("uv.lock"), ":docs", "cp311-manylinux_2_28_x86_64")
                        .get(0)
                        .detail())
                .contains("group docs", "pg", "dev");
    }

    @Test
    void refusesAWheelThatTheIndexHasOtherwise() {
        ForeignLock lock = lock("poetry.lock", resource("poetry.lock"), ":dev");
        List<Fault> faults = catchThrowableOfType(
                        FaultException.class,
                        () -> pins(lock, "cp311-manylinux_2_28_x86_64", new Everything("ab".repeat(32))))
                .faults();
        assertThat(faults)
                .hasSize(4)
                .allSatisfy(fault -> assertThat(fault.detail()).contains("actual sha256 " + "ab".repeat(32)));
    }

    @Test
    void refusesWhatIsNoLockOrOfAnotherFormat() {
        String target = "cp311-manylinux_2_28_x86_64";
        assertThat(faults("uv.lock", "version = 9", "", target).get(0).detail()).contains("version is 9");
        assertThat(faults("uv.lock", "version = \n", "", target).get(0).where()).isEqualTo("uv.lock:1");
        assertThat(faults("poetry.lock", "[metadata]\nlock-version = \"1.1\"", "", target)
                        .get(0)
                        .detail())
                .contains("poetry lock");
        assertThat(faults("pdm.lock", "[metadata]\nlock_version = \"4.5.0\"", "", target)
                        .get(0)
                        .detail())
                .contains("inherit_metadata");
        assertThat(faults("pylock.toml", "lock-version = \"2.0\"", "", target)
                        .get(0)
                        .detail())
                .contains("2.0");
        assertThat(faults("uv.lock", resource("uv.lock").replace("-py3-none-any.whl", "-..%2f.whl"), "", target)
                        .get(0)
                        .detail())
                .contains("package anyio");
    }

    @Test
    void findsWheelsBesideTheLock() {
        String text = """
                lock-version = "1.0"
                created-by = "hand"
                [[packages]]
                name = "demo"
                version = "1.0"
                wheels = [{ path = "dist/demo-1.0-py3-none-any.whl", hashes = { sha256 = "%s" } }]
                """.formatted("0".repeat(64));
        List<Pin> pins = pins(lock("pylock.toml", text, ""), "cp311-manylinux_2_28_x86_64", new Everything(""));
        WheelFile wheel = pins.get(0).wheels().get("cp311-manylinux_2_28_x86_64");
        assertThat(wheel.address())
                .isEqualTo(
                        FOLDER.resolve("dist/demo-1.0-py3-none-any.whl").toUri().toString());
        assertThat(wheel.name()).isEqualTo(WheelName.parse("demo-1.0-py3-none-any.whl"));
    }

    private static final String X86 = "cp311-manylinux_2_28_x86_64";
    private static final String ARM = "cp311-manylinux_2_28_aarch64";

    private static String pylock(String name, String version, String rest) {
        return "lock-version = \"1.0\"\n[[packages]]\nname = \"" + name + "\"\nversion = \"" + version + "\"\n" + rest;
    }

    private static String wheels(String sha256) {
        return "wheels = [{ url = \"https://h/demo-1.0-py3-none-any.whl\", hashes = { " + sha256 + " } }]\n";
    }

    private static String reason(String file, String text, String selection) {
        return faults(file, text, selection, X86).get(0).toString();
    }

    /** Poetry leaves a marker out that always holds, and keeps those of the other groups. */
    @Test
    void aGroupWithoutAMarkerIsNeededEverywhere() {
        String text = """
                [[package]]
                name = "demo"
                version = "1.0"
                groups = ["main", "dev"]
                markers = {dev = "sys_platform == 'win32'"}
                files = [{file = "demo-1.0-py3-none-any.whl", hash = "sha256:%s"}]
                [metadata]
                lock-version = "2.1"
                python-versions = ">=3.8"
                """.formatted("a".repeat(64));
        assertThat(pins(lock("poetry.lock", text, ""), X86, new Everything(""))).hasSize(1);
        ForeignLock dev = lock("poetry.lock", text, ":dev");
        assertThat(pins(dev, X86, new Everything(""))).isEmpty();
        ForeignLock both = ForeignFile.read(
                "poetry.lock", "poetry.lock", text, FOLDER, selection("").and(selection(":dev")));
        assertThat(pins(both, X86, new Everything(""))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "^3.12, 3.11, false", "^3.11, 3.11, true", "^3.8, 3.11, true", "~3.12, 3.11, false", "~3.11, 3.11, true",
        "~3, 3.11, true", "^0.2.3, 3.11, false", "3.11.*, 3.11, true", "*, 3.11, true",
                "'>=3.9,<3.11 || >=3.11', 3.11, true",
        "'>=3.9 <3.11', 3.11, false", "'>=3.9, !=3.10.*', 3.11, true",
    })
    void readsPythonsAsPoetryWritesThem(String written, String python, boolean served) {
        assertThat(PoetryLock.pythons(written))
                .as(written)
                .satisfies(any -> assertThat(any.stream().anyMatch(one -> one.contains(Version.parse(python + ".0"))))
                        .isEqualTo(served));
    }

    @Test
    void refusesAPackageOrTargetsForOtherPythons() {
        assertThat(reason(
                        "pylock.toml",
                        pylock(
                                "demo",
                                "1.0",
                                "requires-python = \">=3.12\"\n" + wheels("sha256 = \"" + "0".repeat(64) + "\"")),
                        ""))
                .contains("demo 1.0")
                .contains(">=3.12")
                .contains("3.11");
        String pdm = """
                [metadata]
                groups = ["default"]
                strategy = ["inherit_metadata"]
                lock_version = "4.5.0"
                [[metadata.targets]]
                requires_python = ">=3.12"
                platform = "linux"
                [[metadata.targets]]
                requires_python = ">=3.13"
                """;
        assertThat(reason("pdm.lock", pdm, "")).contains(">=3.12 or >=3.13");
    }

    @Test
    void refusesHashesThatNobodyWouldCompare() {
        assertThat(reason("pylock.toml", pylock("demo", "1.0", wheels("sha512 = \"" + "0".repeat(128) + "\"")), ""))
                .contains("no sha256");
        String uv = """
                version = 1
                [[package]]
                name = "app"
                source = { virtual = "." }
                dependencies = [{ name = "demo" }]
                [[package]]
                name = "demo"
                version = "1.0"
                source = { registry = "https://r" }
                wheels = [{ url = "https://h/demo-1.0-py3-none-any.whl", hash = "sha512:00" }]
                """;
        assertThat(reason("uv.lock", uv, "")).contains("sha512").contains("package demo");
    }

    @Test
    void refusesAWheelOfAnotherVersionOrPackage() {
        String sha256 = "sha256 = \"" + "0".repeat(64) + "\"";
        assertThat(reason("pylock.toml", pylock("demo", "9.9", wheels(sha256)), ""))
                .contains("another version");
        assertThat(reason("pylock.toml", pylock("other", "1.0", wheels(sha256)), ""))
                .contains("another package");
        String twice = pylock("demo", "1.0", wheels(sha256)) + "[[packages]]\nname = \"demo\"\nversion = \"1.0\"\n"
                + wheels(sha256);
        assertThat(reason("pylock.toml", twice, "")).contains("two entries of demo");
    }

    @Test
    void refusesTwoFilesOfOneName() {
        String text = """
                lock-version = "1.0"
                [[packages]]
                name = "demo"
                version = "1.0"
                marker = "platform_machine == '%s'"
                wheels = [{ url = "https://%s/demo-1.0-py3-none-any.whl", hashes = { sha256 = "%s" } }]
                """;
        String both = text.formatted("x86_64", "a", "a".repeat(64))
                + text.formatted("aarch64", "b", "b".repeat(64)).replace("lock-version = \"1.0\"\n", "");
        ForeignLock lock = lock("pylock.toml", both, "");
        List<Target> targets = List.of(Targets.parse(X86), Targets.parse(ARM));
        List<Fault> faults = catchThrowableOfType(
                        FaultException.class,
                        () -> new ForeignResolver(new Everything(""), name -> "main").resolve(List.of(lock), targets))
                .faults();
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).detail()).contains("a".repeat(64), "b".repeat(64), "https://a/", "https://b/");
    }

    @Test
    void namesTheProjectsThatStayOut() {
        String uv = """
                version = 1
                [[package]]
                name = "app"
                source = { virtual = "." }
                dependencies = [{ name = "ours" }]
                [[package]]
                name = "ours"
                version = "0.1"
                source = { editable = "libs/ours" }
                """;
        assertThat(new ForeignResolver(new Everything(""), name -> "main")
                        .resolve(List.of(lock("uv.lock", uv, "")), List.of(Targets.parse(X86)))
                        .notes())
                .singleElement()
                .asString()
                .contains("ours 0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://joe:S3CRET@h/demo-1.0-py3-none-any.whl",
                "https://joe:S3C RET@h/demo-1.0-py3-none-any.whl",
                "file://evil/share/demo-1.0-py3-none-any.whl",
                "file:demo-1.0-py3-none-any.whl",
                "ftp://h/demo-1.0-py3-none-any.whl",
            })
    void refusesAddressesAndShowsNoSecret(String url) {
        String text = pylock(
                "demo",
                "1.0",
                "wheels = [{ url = \"" + url + "\", hashes = { sha256 = \"" + "0".repeat(64) + "\" } }]");
        assertThat(reason("pylock.toml", text, ""))
                .contains("at pylock.toml")
                .contains("package demo")
                .doesNotContain("S3C");
    }

    /** Where a lock tells no size, the page of the index does, and a mirror has it where the lock's address is out of reach. */
    @Test
    void asksThePageForASizeThatTheLockDoesNotTell() {
        String text = pylock("demo", "1.0", wheels("sha256 = \"" + "0".repeat(64) + "\""));
        WheelFile found = pins(lock("pylock.toml", text, ""), X86, new Everything(""))
                .get(0)
                .wheels()
                .get(X86);
        assertThat(found.address()).isEqualTo("https://index/demo-1.0-py3-none-any.whl");
        assertThat(found.size()).isEqualTo(7);
        WheelFile own = pins(lock("pylock.toml", text, ""), X86, new Everything("ab".repeat(32)))
                .get(0)
                .wheels()
                .get(X86);
        assertThat(own.address()).isEqualTo("https://h/demo-1.0-py3-none-any.whl");
        assertThat(own.sha256()).isEqualTo("0".repeat(64));
    }

    @Test
    void keepsNoQueryOfAnAddress() {
        String text = pylock(
                "demo",
                "1.0",
                wheels("sha256 = \"" + "0".repeat(64) + "\"").replace(".whl\"", ".whl?token=t0ken\", size = 7"));
        assertThat(pins(lock("pylock.toml", text, ""), X86, new Everything(""))
                        .get(0)
                        .wheels()
                        .get(X86)
                        .address())
                .isEqualTo("https://h/demo-1.0-py3-none-any.whl");
    }
}
