package dev.airgap.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the index settings that a Python person already has, in pip's own order: the environment wins over the
 * user's file, that over the machine's, and {@code PIP_CONFIG_FILE} is read last of the files or, being the null
 * device, turns them all off (pip documentation, configuration).
 */
public final class PipConfig {

    /**
     * Holds one setting.
     *
     * @param value as written
     * @param from the variable or file it came from, for the log
     */
    public record Setting(String value, String from) {}

    /** What else of pip's settings changes what it finds, and how that is said here. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "constraint", "name the file by <constraints>",
            "find-links", "name the folder or page as an <index>",
            "no-binary", "only wheels are taken",
            "no-index", "name the folder of wheels as the only <index>",
            "pre", "set airgap.prereleases to allow");

    /** The words by which a flag is off, those of Python's configuration files. */
    private static final Set<String> OFF = Set.of("0", "false", "no", "off");

    private static final Logger LOG = LoggerFactory.getLogger(PipConfig.class);

    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private PipConfig() {}

    /** Reads what holds for this environment. */
    public static PipConfig read(Map<String, String> environment, String osName, Path home) {
        PipConfig config = new PipConfig();
        for (Path file : files(environment, osName.toLowerCase(Locale.ROOT), home)) {
            if (Files.isRegularFile(file)) {
                config.readFile(file);
            }
        }
        List.of("index-url", "extra-index-url").forEach(key -> config.readVariable(key, environment));
        ELSEWHERE.keySet().forEach(key -> config.readVariable(key, environment));
        return config;
    }

    private void readVariable(String key, Map<String, String> environment) {
        String variable = "PIP_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = environment.get(variable);
        if (value != null && !value.isBlank()) {
            settings.put(key, new Setting(value.trim(), variable));
        }
    }

    /** Gives a sentence for each setting that pip would heed and that is said in another way here, sorted. */
    public List<String> unheeded() {
        List<String> told = new ArrayList<>();
        for (String key : new TreeMap<>(ELSEWHERE).keySet()) {
            Setting setting = settings.get(key);
            if (setting != null && !OFF.contains(setting.value().toLowerCase(Locale.ROOT))) {
                String name = setting.from().startsWith("PIP_") ? setting.from() : key + " of " + setting.from();
                told.add(name + " is not read: " + ELSEWHERE.get(key) + ".");
            }
        }
        return told;
    }

    /** Gives the address that stands for the default index. */
    public Optional<Setting> indexUrl() {
        return Optional.ofNullable(settings.get("index-url"));
    }

    /** Lists the further indexes, in order. */
    public List<Setting> extraIndexUrls() {
        Setting setting = settings.get("extra-index-url");
        List<Setting> urls = new ArrayList<>();
        if (setting != null) {
            for (String url : setting.value().strip().split("\\s+", -1)) {
                urls.add(new Setting(url, setting.from()));
            }
        }
        return urls;
    }

    /** Gives the file of authorities that pip trusts; {@code PIP_CERT} is the environment's and not looked at here. */
    public Optional<Setting> cert() {
        return Optional.ofNullable(settings.get("cert"));
    }

    private static List<Path> files(Map<String, String> environment, String os, Path home) {
        String named = environment.get("PIP_CONFIG_FILE");
        if (named != null && (named.equals("/dev/null") || named.equalsIgnoreCase("nul"))) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        if (os.startsWith("windows")) {
            add(files, environment.get("PROGRAMDATA"), "pip/pip.ini");
            files.add(home.resolve("pip/pip.ini"));
            add(files, environment.get("APPDATA"), "pip/pip.ini");
        } else {
            if (os.startsWith("mac")) {
                files.add(Path.of("/Library/Application Support/pip/pip.conf"));
            } else {
                files.add(Path.of("/etc/xdg/pip/pip.conf"));
                files.add(Path.of("/etc/pip.conf"));
            }
            files.add(home.resolve(".pip/pip.conf"));
            Path mac = home.resolve("Library/Application Support/pip");
            String xdg = environment.get("XDG_CONFIG_HOME");
            Path user = xdg == null || xdg.isBlank() ? home.resolve(".config") : Path.of(xdg);
            files.add(
                    os.startsWith("mac") && Files.isDirectory(mac)
                            ? mac.resolve("pip.conf")
                            : user.resolve("pip/pip.conf"));
        }
        add(files, environment.get("VIRTUAL_ENV"), os.startsWith("windows") ? "pip.ini" : "pip.conf");
        if (named != null && !named.isBlank()) {
            files.add(Path.of(named));
        }
        return files;
    }

    private static void add(List<Path> files, String folder, String below) {
        if (folder != null && !folder.isBlank()) {
            files.add(Path.of(folder).resolve(below));
        }
    }

    /** Reads one file: [global] first, then what is said for the commands that fetch; a later file wins. */
    private void readFile(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.warn("{} is left aside, it can't be read: {}", file, e.getMessage());
            return;
        }
        Map<String, Map<String, String>> sections = sections(text);
        for (String section : List.of("global", "install", "download")) {
            sections.getOrDefault(section, Map.of()).forEach((key, value) -> {
                if (!value.isBlank()) {
                    settings.put(key, new Setting(value.trim(), file.toString()));
                }
            });
        }
    }

    /** Parses the INI form that Python's configparser reads: indented lines go on with the value before. */
    private static Map<String, Map<String, String>> sections(String text) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new LinkedHashMap<>();
        String key = null;
        for (String line : text.split("\\R", -1)) {
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#") || plain.startsWith(";")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0)) && key != null) {
                section.merge(key, plain, (before, more) -> before + "\n" + more);
            } else if (plain.startsWith("[") && plain.endsWith("]")) {
                section =
                        sections.computeIfAbsent(plain.substring(1, plain.length() - 1), name -> new LinkedHashMap<>());
                key = null;
            } else {
                int equals = plain.indexOf('=');
                int colon = plain.indexOf(':');
                int at = equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
                if (at > 0) {
                    key = plain.substring(0, at)
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-');
                    section.put(key, plain.substring(at + 1).strip());
                }
            }
        }
        return sections;
    }
}
