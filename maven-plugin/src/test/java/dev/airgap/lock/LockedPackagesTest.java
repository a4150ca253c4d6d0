package dev.airgap.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Version;
import dev.airgap.python.WheelName;
import dev.airgap.resolve.Pin;
import dev.airgap.resolve.WheelFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was solved becomes what is locked, and pins again. */
class LockedPackagesTest {

    private static final PackageName NUMPY = PackageName.of("numpy");
    private static final PackageName TORCH = PackageName.of("torch");

    @TempDir
    Path folder;

    @Test
    void locksWhatWasSolved() {
        WheelFile pure = wheel("numpy-2.1.3-py3-none-any.whl", URI.create("https://h/numpy.whl"), 10);
        WheelFile cpu = wheel("torch-2.5.1+cpu-cp311-cp311-linux_x86_64.whl", URI.create("https://h/t.whl"), -1);
        List<LockedPackage> packages = LockedPackages.of(
                List.of(pin(NUMPY, "2.1.3", Map.of("a", pure, "b", pure)), pin(TORCH, "2.5.1+cpu", Map.of("a", cpu))),
                file -> file.size() < 0 ? wheel(file.name().fileName(), file.url(), 7) : file,
                folder);
        assertThat(packages.get(0).wheels())
                .containsExactly(new LockedWheel(
                        "numpy-2.1.3-py3-none-any.whl",
                        URI.create("https://h/numpy.whl"),
                        10,
                        SampleLocks.hex(64, 1),
                        List.of("a", "b")));
        assertThat(packages.get(1).version()).isEqualTo("2.5.1+cpu");
        assertThat(packages.get(1).wheel("a").size()).isEqualTo(7);
        assertThat(packages.get(1).dependencies()).containsEntry("a", List.of("numpy"));

        Lock lock = new Lock(Inputs.none(), List.of(target("a"), target("b")), packages, List.of(), List.of());
        assertThat(LockReader.read(LockFile.text(lock), "airgap.lock")).isEqualTo(lock);
        assertThat(LockedPackages.pins(lock, List.of("b")))
                .containsOnlyKeys(NUMPY, TORCH)
                .containsEntry(TORCH, new TreeMap<>(Map.of("a", Version.parse("2.5.1+cpu"))))
                .containsEntry(NUMPY, new TreeMap<>(Map.of("a", Version.parse("2.1.3"), "b", Version.parse("2.1.3"))));
    }

    @Test
    void givesATargetThatIsNewThePinsOfTheOthers() {
        List<Pin> solved = List.of(
                pin(NUMPY, "2.1.10", Map.of("a", pure("numpy-2.1.10"))),
                pin(NUMPY, "2.1.3", Map.of("b", pure("numpy-2.1.3"))),
                pin(TORCH, "2.5.1", Map.of("b", pure("torch-2.5.1"))));
        List<LockedPackage> packages = LockedPackages.of(solved, UnaryOperator.identity(), folder);
        Lock lock = new Lock(Inputs.none(), List.of(target("a"), target("b")), packages, List.of(), List.of());
        Map<PackageName, java.util.SortedMap<String, Version>> pins = LockedPackages.pins(lock, List.of("a", "new"));
        assertThat(pins.get(NUMPY))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a", Version.parse("2.1.10"), "b", Version.parse("2.1.3"), "new", Version.parse("2.1.10")));
        // Where an old target had no torch, it still has no pin for it.
        assertThat(pins.get(TORCH))
                .containsExactlyInAnyOrderEntriesOf(Map.of("b", Version.parse("2.5.1"), "new", Version.parse("2.5.1")));
    }

    @Test
    void namesAFolderBesideTheLockWithoutTheMachinesPath() {
        String file = "numpy-2.1.3-py3-none-any.whl";
        Path lock = folder.resolve("project");
        assertThat(place(file, folder.resolve("project/my wheels"), lock)).hasToString("./my%20wheels/" + file);
        assertThat(place(file, folder.resolve("wheels"), lock)).hasToString("../wheels/" + file);
        LockedWheel wheel = new LockedWheel(
                file, place(file, folder.resolve("wheels"), lock), 1, SampleLocks.hex(64, 1), List.of("a"));
        assertThat(Path.of(wheel.address(lock)))
                .isEqualTo(folder.resolve("wheels").resolve(file));
    }

    @Test
    void refusesAWheelThatNobodyCompleted() {
        Pin pin =
                pin(NUMPY, "2.1.3", Map.of("a", wheel("numpy-2.1.3-py3-none-any.whl", URI.create("https://h/n"), -1)));
        assertThatThrownBy(() -> LockedPackages.of(List.of(pin), UnaryOperator.identity(), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size");
    }

    private static URI place(String file, Path wheels, Path lock) {
        WheelFile wheel = wheel(file, wheels.resolve(file).toUri(), 1);
        return LockedPackages.of(List.of(pin(NUMPY, "2.1.3", Map.of("a", wheel))), UnaryOperator.identity(), lock)
                .get(0)
                .wheels()
                .get(0)
                .url();
    }

    private static Pin pin(PackageName name, String version, Map<String, WheelFile> wheels) {
        TreeMap<String, java.util.SortedSet<PackageName>> dependencies = new TreeMap<>();
        wheels.keySet()
                .forEach(target ->
                        dependencies.put(target, name.equals(TORCH) ? new TreeSet<>(List.of(NUMPY)) : new TreeSet<>()));
        return new Pin(name, Version.parse(version), "pypi", new TreeSet<>(), new TreeMap<>(wheels), dependencies);
    }

    private static WheelFile pure(String release) {
        return wheel(release + "-py3-none-any.whl", URI.create("https://h/" + release + ".whl"), 10);
    }

    private static WheelFile wheel(String file, URI url, long size) {
        return new WheelFile(
                WheelName.parse(file), url, SampleLocks.hex(64, 1), size, Specifiers.ANY, null, "", "", "pypi");
    }

    private static LockedTarget target(String id) {
        return new LockedTarget(id, "3.11", "manylinux_2_36_x86_64", SampleLocks.hex(64, 2));
    }
}
