package dev.airgap.lock;

import dev.airgap.fuzz.Fuzzed;
import dev.airgap.lock.foreign.ForeignFile;
import dev.airgap.lock.foreign.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Lists the parsers of this room that read what strangers wrote. */
public final class LockParsers {

    private static final String TOML =
            "[ ] [[ ]] = \" ' \"\"\" ''' { } , . # \n \\u0000 \\UFFFFFFFF \\ name version targets wheels url sha256 size dependencies"
                    + " true false 1e999 -1 9223372036854775808 2024-01-01 <<<<<<< [[package]] = [package.x] source registry marker extra groups";

    private LockParsers() {}

    public static List<Fuzzed> all() throws IOException {
        List<Fuzzed> all = new ArrayList<>();
        String own = resource("/lock/readable.lock");
        all.add(Fuzzed.text(
                        "lock.toml",
                        TomlReader::read,
                        List.of(own, "a = [1, 2]\n[b.c]\nd = \"x\\u00e9\"\ne = {f = true}\n"),
                        TOML)
                .refusing(TomlFault.class));
        all.add(Fuzzed.text("lock.own", text -> LockReader.read(text, "airgap.lock"), List.of(own), TOML));
        for (String name : List.of("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml")) {
            String whole = resource("/goldens/foreign/" + name);
            all.add(Fuzzed.text("lock." + name, text -> foreign(name, text), parts(whole), TOML));
        }
        return all;
    }

    /** A whole lock is long, and most of it is the same again: its start and parts of it do. */
    private static List<String> parts(String whole) {
        List<String> packages = Arrays.asList(whole.split("(?=\\[\\[packages?]])", -1));
        // Poetry says at the end of which format its lock is; without, all else would be refused unread.
        String last = packages.get(packages.size() - 1);
        String end = last.contains("\n[metadata]") ? last.substring(last.indexOf("\n[metadata]")) : "";
        List<String> parts = new ArrayList<>();
        for (int from = 1; from < packages.size() - 1 && parts.size() < 12; from += Math.max(1, packages.size() / 12)) {
            parts.add(packages.get(0)
                    + String.join("", packages.subList(from, Math.min(from + 3, packages.size() - 1)))
                    + end);
        }
        parts.add(whole.length() > 1 << 15 ? whole.substring(0, 1 << 15) : whole);
        return parts;
    }

    private static void foreign(String name, String text) {
        // What is asked for has to be there, or all else is refused unread.
        boolean more = !name.equals("pylock.toml");
        TreeSet<String> extras = new TreeSet<>(more ? List.of("pg") : List.of());
        TreeSet<String> groups = new TreeSet<>(more ? List.of("dev") : List.of());
        ForeignFile.read(name, name, text, Path.of("/project"), new Selection(true, extras, groups));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LockParsers.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
