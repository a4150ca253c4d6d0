package dev.airgap.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds the logins of a netrc file, by host; shows none of them in its text. */
public final class Netrc {

    public static final Netrc EMPTY = new Netrc(Map.of(), null);

    private final Map<String, Credential.Basic> machines;
    private final Credential.Basic fallback;

    private Netrc(Map<String, Credential.Basic> machines, Credential.Basic fallback) {
        this.machines = machines;
        this.fallback = fallback;
    }

    /**
     * Reads the file that NETRC names, else {@code .netrc}, else {@code _netrc} in the home folder; empty where there is none.
     *
     * @throws IOException where the file is there but can't be read
     * @throws IllegalArgumentException where it is no netrc; the message names the file and line
     */
    public static Netrc locate(Map<String, String> environment, Path home) throws IOException {
        String named = environment.get("NETRC");
        if (named != null && !named.isEmpty()) {
            return read(Path.of(named));
        }
        Path usual = home.resolve(".netrc");
        return read(Files.exists(usual) ? usual : home.resolve("_netrc"));
    }

    private static Netrc read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return EMPTY;
        }
        return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
    }

    /**
     * Parses a netrc.
     *
     * @param place how messages name the file
     * @throws IllegalArgumentException where a word is not understood; the message names place and line, and no secret
     */
    public static Netrc parse(String text, String place) {
        NetrcWords words = new NetrcWords(text, place);
        Map<String, Credential.Basic> machines = new HashMap<>();
        Credential.Basic fallback = null;
        String word = words.next();
        while (word != null) {
            String host;
            if (word.equals("machine")) {
                host = words.value("machine").toLowerCase(Locale.ROOT);
            } else if (word.equals("default")) {
                host = null;
            } else if (word.equals("macdef")) {
                words.skipMacro();
                word = words.next();
                continue;
            } else {
                throw words.unknown("machine, default or macdef");
            }
            String login = "";
            String password = "";
            word = words.next();
            while (word != null && !word.equals("machine") && !word.equals("default") && !word.equals("macdef")) {
                switch (word) {
                    case "login", "user" -> login = words.value(word);
                    case "password" -> password = words.value(word);
                    case "account" -> words.value(word);
                    default -> throw words.unknown("login, password or account");
                }
                word = words.next();
            }
            Credential.Basic entry = new Credential.Basic(login, password);
            if (host == null) {
                fallback = fallback == null ? entry : fallback;
            } else {
                // The first entry counts, as in ftp(1) and curl, which look for a match from the top.
                machines.putIfAbsent(host, entry);
            }
        }
        return new Netrc(Map.copyOf(machines), fallback);
    }

    /** Finds a host's login; the file's {@code default} entry only where it is allowed. */
    public Optional<Credential> find(String host, boolean withDefault) {
        Credential found = machines.get(host.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(found == null && withDefault ? fallback : found);
    }

    @Override
    public String toString() {
        return "Netrc" + machines.keySet();
    }
}
