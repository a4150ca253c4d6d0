package dev.airgap.hub.loader;

import dev.airgap.hub.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what the front matter of a README declares; YAML's block of plain keys alone, as the Hub's pages write it. */
final class ModelCard {

    private static final int LONGEST = 1 << 17;
    private static final int LONGEST_LICENSE = 100;

    private ModelCard() {}

    /** Gives the licence that the maker declares, several with commas; empty where none is declared or fetched. */
    static String license(Snapshot snapshot) {
        return snapshot.place("README.md").map(ModelCard::license).orElse("");
    }

    private static String license(Path file) {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().replace("\ufeff", "").equals("---")) {
            return "";
        }
        List<String> licenses = new ArrayList<>();
        boolean inList = false;
        for (String line : lines.subList(1, lines.size())) {
            if (line.strip().equals("---")) {
                break;
            }
            String item = line.strip();
            if (inList && item.startsWith("- ")) {
                licenses.add(plain(item.substring(2)));
                continue;
            }
            inList = false;
            if (line.startsWith("license:")) {
                String value = plain(line.substring("license:".length()));
                inList = value.isEmpty();
                if (value.startsWith("[") && value.endsWith("]")) {
                    for (String one : value.substring(1, value.length() - 1).split(",", -1)) {
                        licenses.add(plain(one));
                    }
                } else if (!value.isEmpty()) {
                    licenses.add(value);
                }
            }
        }
        String all = Names.shown(String.join(", ", licenses));
        return all.length() > LONGEST_LICENSE ? all.substring(0, LONGEST_LICENSE) : all;
    }

    private static String plain(String value) {
        String text = value.strip();
        int comment = text.indexOf(" #");
        text = comment < 0 ? text : text.substring(0, comment).strip();
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
