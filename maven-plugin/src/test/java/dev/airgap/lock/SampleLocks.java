package dev.airgap.lock;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes locks: one that people can read, and any number by chance. */
final class SampleLocks {

    static final String AMD = "cp311-manylinux_2_36_x86_64";
    static final String ARM = "cp311-manylinux_2_28_aarch64";

    private SampleLocks() {}

    /** Gives a lock of two targets, with all that a lock can hold. */
    static Lock readable() {
        return new Lock(
                Inputs.none()
                        .with("requirements requirements.txt", List.of("numpy>=1.26", "torch", "typing_extensions"))
                        .with("index torch-cpu", List.of("https://download.example/cpu", "torch"))
                        .with("target " + AMD, hex(64, 1))
                        .with("prereleases", "default")
                        .with("nothing", List.of()),
                List.of(
                        new LockedTarget(AMD, "3.11", "manylinux_2_36_x86_64", hex(64, 1)),
                        new LockedTarget(ARM, "3.11", "manylinux_2_28_aarch64", hex(64, 2))),
                List.of(
                        new LockedPackage(
                                "typing-extensions",
                                "4.12.2",
                                "pypi",
                                List.of(),
                                List.of(wheel("typing_extensions-4.12.2-py3-none-any.whl", 37438, 3, AMD, ARM)),
                                new TreeMap<>()),
                        new LockedPackage(
                                "fsspec",
                                "2024.10.0",
                                "pypi",
                                List.of("http"),
                                List.of(wheel("fsspec-2024.10.0-py3-none-any.whl", 179641, 11, AMD, ARM)),
                                new TreeMap<>(Map.of(AMD, List.of("numpy"), ARM, List.of()))),
                        torch("2.5.1+cpu", "torch-cpu", "linux_x86_64", AMD),
                        torch("2.5.1", "pypi", "manylinux2014_aarch64", ARM),
                        new LockedPackage(
                                "numpy",
                                "1!2.1.3",
                                "pypi",
                                List.of(),
                                List.of(wheel("numpy-1!2.1.3-cp311-cp311-manylinux_2_17_x86_64.whl", 16312436, 6, AMD)),
                                new TreeMap<>())),
                List.of(new LockedModel(
                        "hub",
                        "sentence-transformers/all-MiniLM-L6-v2",
                        "model",
                        "main",
                        hex(40, 7),
                        List.of(
                                new LockedModel.ModelFile("model.safetensors", 90868376, hex(40, 8), hex(64, 8)),
                                new LockedModel.ModelFile("1_Pooling/config.json", 190, hex(40, 9), hex(64, 9))))),
                List.of(new LockedFile(
                        "",
                        URI.create("https://files.example/punkt_tab.zip"),
                        "nltk_data/tokenizers/punkt_tab.zip",
                        4259017,
                        hex(64, 10))));
    }

    private static LockedPackage torch(String version, String index, String platform, String target) {
        return new LockedPackage(
                "torch",
                version,
                index,
                List.of(),
                List.of(wheel("torch-" + version + "-cp311-cp311-" + platform + ".whl", 174689331, 4, target)),
                new TreeMap<>(Map.of(target, List.of("typing-extensions", "fsspec"))));
    }

    static LockedWheel wheel(String file, long size, long seed, String... targets) {
        return new LockedWheel(
                file,
                URI.create("https://files.example/" + file.replace("+", "%2B")),
                size,
                hex(64, seed),
                List.of(targets));
    }

    static String hex(int digits, long seed) {
        Random random = new Random(seed);
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            hex.append("0123456789abcdef".charAt(random.nextInt(16)));
        }
        return hex.toString();
    }

    /** Gives a lock by chance: strings of all kinds where strings are free. */
    static Lock random(Random random) {
        List<LockedTarget> targets = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            targets.add(new LockedTarget("t" + i + "-x_" + random.nextInt(9), "3.1" + i, word(random), hex(64, i)));
        }
        List<LockedPackage> packages = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; count > 0 && i < random.nextInt(12); i++) {
            names.add("pkg-" + i);
        }
        for (String name : names) {
            packages.add(randomPackage(name, names, targets, random));
        }
        List<LockedModel> models = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            List<LockedModel.ModelFile> files = new ArrayList<>();
            for (int j = 0; j < random.nextInt(5); j++) {
                files.add(new LockedModel.ModelFile(
                        "d" + j + '/' + word(random), random.nextLong(1L << 50), hex(40, j), hex(64, j)));
            }
            boolean local = random.nextBoolean();
            models.add(new LockedModel(
                    local ? "" : word(random),
                    "org/name" + i,
                    "dataset",
                    "refs/pr/" + i,
                    hex(40, i),
                    files,
                    local ? "folder " + word(random) : "",
                    i == 0 ? ModelLayout.HUB : new ModelLayout(random.nextBoolean(), "flat/" + word(random)),
                    random.nextBoolean() ? List.of() : List.of("org/" + word(random) + "@main", "org/b@v1")));
        }
        List<LockedFile> files = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            files.add(new LockedFile(
                    random.nextBoolean() ? "" : word(random),
                    URI.create("../near/" + i),
                    i + "/" + word(random),
                    random.nextInt(1 << 30),
                    hex(64, i),
                    i == 0 ? OptionalInt.empty() : OptionalInt.of(i - 1)));
        }
        Inputs inputs = Inputs.none();
        for (int i = 0; i < random.nextInt(6); i++) {
            List<String> values = new ArrayList<>();
            for (int j = 0; j < random.nextInt(4); j++) {
                values.add(text(random));
            }
            inputs = inputs.with("k" + text(random), values);
        }
        SortedMap<String, String> periods = new TreeMap<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            periods.put("P" + i + "D", Instant.ofEpochSecond(random.nextInt()).toString());
        }
        SortedMap<String, String> parted = new TreeMap<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            parted.put("p" + i, text(random));
        }
        return new Lock(inputs, targets, packages, models, files, periods, parted);
    }

    private static LockedPackage randomPackage(
            String name, List<String> names, List<LockedTarget> targets, Random random) {
        List<LockedWheel> wheels = new ArrayList<>();
        SortedMap<String, List<String>> dependencies = new TreeMap<>();
        boolean together = random.nextBoolean();
        List<String> ids = targets.stream().map(LockedTarget::id).toList();
        List<String> shared = some(names, random);
        for (String id : ids) {
            dependencies.put(id, random.nextBoolean() ? shared : some(names, random));
        }
        String version = "1." + random.nextInt(9) + ".post1+x.1";
        String prefix = name.replace('-', '_') + "-" + version;
        if (together) {
            wheels.add(wheel(prefix + "-py3-none-any.whl", random.nextInt(1 << 20), 1, ids.toArray(String[]::new)));
        } else {
            for (String id : ids) {
                wheels.add(wheel(prefix + "-cp3-" + id + ".whl", random.nextInt(1 << 20), 2, id));
            }
        }
        return new LockedPackage(name, version, "pypi", some(names, random), wheels, dependencies);
    }

    private static List<String> some(List<String> names, Random random) {
        return names.stream().filter(name -> random.nextInt(3) == 0).toList();
    }

    private static String word(Random random) {
        String letter = List.of("", "\"", "'", "#", "=", "é", "€", "\uD83D\uDE00", "{}", "[", "],")
                .get(random.nextInt(11));
        return "w" + random.nextInt(1000) + letter;
    }

    private static String text(Random random) {
        String letters = "ab \"'\\\n\r\t\u0001\u007f\u0085\u2028é€=#[]{},.";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(20) == 0 ? 300 : 12); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return random.nextInt(8) == 0 ? text.append("\uD83D\uDE00").toString() : text.toString();
    }
}
