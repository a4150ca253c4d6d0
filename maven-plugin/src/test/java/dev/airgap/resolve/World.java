package dev.airgap.resolve;

import dev.airgap.python.MarkerEnvironment;
import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Tag;
import dev.airgap.python.TagLadder;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import dev.airgap.python.WheelName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Is an index in memory: packages, their releases, and what their wheels say. */
final class World implements Catalog {

    static final Target LINUX = target("linux", "manylinux_2_17_x86_64", "linux", "Linux", "x86_64");
    static final Target ARM = target("arm", "manylinux_2_17_aarch64", "linux", "Linux", "aarch64");
    static final Target MAC = target("mac", "macosx_11_0_arm64", "darwin", "Darwin", "arm64");
    static final Target WINDOWS = target("windows", "win_amd64", "win32", "Windows", "AMD64");

    private final Map<PackageName, Project> projects = new TreeMap<>();
    private final IdentityHashMap<WheelFile, Metadata> metadata = new IdentityHashMap<>();
    /** Names of wheels whose metadata was announced, and of those whose metadata was asked for unannounced. */
    private final Set<String> announced = ConcurrentHashMap.newKeySet();

    final Set<String> unannounced = ConcurrentHashMap.newKeySet();
    final Set<String> read = ConcurrentHashMap.newKeySet();
    final Map<String, Release> addresses = new TreeMap<>();

    static Target target(String id, String platform, String sysPlatform, String system, String machine) {
        return new Target(
                id,
                TagLadder.of(List.of(
                        new Tag("cp311", "cp311", platform),
                        new Tag("cp311", "abi3", platform),
                        new Tag("py3", "none", platform),
                        new Tag("py3", "none", "any"))),
                new MarkerEnvironment(
                        system.equals("Windows") ? "nt" : "posix",
                        sysPlatform,
                        machine,
                        "CPython",
                        "",
                        system,
                        "",
                        "3.11",
                        "3.11.0",
                        "cpython",
                        "3.11.0",
                        false));
    }

    /** Adds a release with one wheel for any platform. */
    World has(String name, String version, String... needs) {
        release(name, version).needs(needs).wheel("py3-none-any");
        return this;
    }

    Release release(String name, String version) {
        PackageName normal = PackageName.of(name);
        Project project = projects.computeIfAbsent(normal, key -> new Project(normal));
        return project.releases.computeIfAbsent(
                Version.parse(version), key -> new Release(normal, Version.parse(version), version));
    }

    /** Offers one release at an address. */
    Release address(String url, String name, String version) {
        Release release = new Release(PackageName.of(name), Version.parse(version), version);
        addresses.put(url, release);
        return release;
    }

    @Override
    public void prefetch(PackageName name) {}

    @Override
    public void prefetch(WheelFile wheel) {
        announced.add(wheel.name().fileName());
    }

    @Override
    public synchronized Releases releases(PackageName name) {
        Project project = projects.getOrDefault(name, new Project(name));
        return new Listing(name, List.copyOf(project.releases.values()));
    }

    @Override
    public Releases releases(Requirement direct) {
        return new Listing(direct.name(), List.of(addresses.get(direct.url())));
    }

    @Override
    public synchronized Metadata metadata(WheelFile wheel) {
        String file = wheel.name().fileName();
        if (read.add(file) && !announced.contains(file)) {
            unannounced.add(file);
        }
        return metadata.get(wheel);
    }

    static final class Project {
        final PackageName name;
        final TreeMap<Version, Release> releases = new TreeMap<>();

        Project(PackageName name) {
            this.name = name;
        }
    }

    /** Is one release; what is said of it holds for the wheels added after it was said. */
    final class Release {
        final PackageName name;
        final Version version;
        final String spelled;
        final List<WheelFile> wheels = new ArrayList<>();
        boolean sdist;
        private List<Requirement> needs = List.of();
        private SortedSet<String> extras = new TreeSet<>();
        private Specifiers python = Specifiers.ANY;
        private Specifiers metadataPython = Specifiers.ANY;
        private String yanked;

        Release(PackageName name, Version version, String spelled) {
            this.name = name;
            this.version = version;
            this.spelled = spelled;
        }

        Release needs(String... requirements) {
            needs = new ArrayList<>();
            for (String requirement : requirements) {
                needs.add(Requirement.parse(requirement));
            }
            return this;
        }

        Release extras(String... names) {
            extras = new TreeSet<>(List.of(names));
            return this;
        }

        Release python(String specifiers) {
            python = Specifiers.parse(specifiers);
            return this;
        }

        Release pythonInMetadata(String specifiers) {
            metadataPython = Specifiers.parse(specifiers);
            return this;
        }

        Release yanked(String reason) {
            yanked = reason;
            return this;
        }

        Release sdist() {
            sdist = true;
            return this;
        }

        /** Adds a wheel whose metadata has a dependency that nobody can read. */
        Release brokenWheel(String tags) {
            wheel(tags);
            String text =
                    "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + spelled + "\nRequires-Dist: b (<'1')\n";
            metadata.put(wheels.get(wheels.size() - 1), Metadata.parse(text.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        Release wheel(String tags) {
            String file = name.value().replace('-', '_') + "-" + spelled + "-" + tags + ".whl";
            WheelFile wheel = new WheelFile(
                    WheelName.parse(file),
                    URI.create("https://index.example/" + file),
                    "",
                    -1,
                    python,
                    yanked,
                    "",
                    "",
                    "test");
            wheels.add(wheel);
            metadata.put(wheel, new Metadata(name, version, metadataPython, List.copyOf(needs), extras));
            return this;
        }
    }

    private record Listing(PackageName name, List<Release> list) implements Releases {

        @Override
        public String index() {
            return list.isEmpty() ? "" : "test";
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public Version version(int position) {
            return list.get(position).version;
        }

        @Override
        public List<WheelFile> wheels(int position) {
            return list.get(position).wheels;
        }

        @Override
        public boolean hasSdist(int position) {
            return list.get(position).sdist;
        }
    }
}
