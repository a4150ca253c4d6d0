package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks that each pin of {@code requirements/<target>.txt} has a wheel of its name and hash, and each wheel its pin. */
final class Closure {

    private static final int MOST_BYTES = 16 << 20;

    private final Manifest manifest;
    private final BundleView view;
    private final List<Fault> faults = new ArrayList<>();
    private long pins;

    Closure(Manifest manifest, BundleView view) {
        this.manifest = manifest;
        this.view = view;
    }

    long pins() {
        return pins;
    }

    List<Fault> faults() {
        return faults;
    }

    void check() {
        for (String target : manifest.targets()) {
            Map<String, ManifestFile> wheels = new HashMap<>();
            for (ManifestFile file : manifest.files()) {
                if (file.is(Kind.WHEEL) && file.serves(target)) {
                    wheels.put(file.sha256(), file);
                }
            }
            String path = "requirements/" + target + ".txt";
            if (view.files().containsKey(path)) {
                checkPins(path, wheels);
            } else if (!wheels.isEmpty()) {
                fault("A target has wheels, but no requirements", PathRules.shown(path) + " is missing");
            }
        }
    }

    private void checkPins(String path, Map<String, ManifestFile> wheels) {
        Set<String> pinned = new HashSet<>();
        try {
            String text = new String(view.read(path, MOST_BYTES), StandardCharsets.UTF_8);
            // pip, Requirements File Format: a backslash at the end of a line joins it with the next.
            for (String line : text.replace("\\\r\n", " ").replace("\\\n", " ").split("\r?\n", -1)) {
                checkPin(path, line.strip(), wheels, pinned);
            }
        } catch (IOException e) {
            fault("The requirements cannot be read", path + ": " + e.getMessage());
            return;
        }
        for (ManifestFile wheel : wheels.values()) {
            if (!pinned.contains(wheel.sha256())) {
                fault("A wheel is pinned by nothing", wheel.path() + " is not in " + path);
            }
        }
    }

    private void checkPin(String path, String line, Map<String, ManifestFile> wheels, Set<String> pinned) {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith("-")) {
            return;
        }
        pins++;
        int equals = line.indexOf("==");
        String name = equals < 0 ? "" : normal(line.substring(0, equals).strip());
        boolean found = false;
        for (String word : line.split("\\s+", -1)) {
            if (word.startsWith("--hash=sha256:")) {
                ManifestFile wheel = wheels.get(word.substring(14));
                if (wheel != null && normal(project(wheel.path())).equals(name)) {
                    pinned.add(wheel.sha256());
                    found = true;
                }
            }
        }
        if (!found) {
            String pin = line.indexOf(' ') < 0 ? line : line.substring(0, line.indexOf(' '));
            fault("A pinned requirement has no wheel in the bundle", path + ": " + PathRules.shown(pin));
        }
    }

    private static String project(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dash = file.indexOf('-');
        return dash < 0 ? file : file.substring(0, dash);
    }

    /** PEP 503, normalised names. */
    private static String normal(String name) {
        StringBuilder normal = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c != '-' && c != '_' && c != '.') {
                normal.append(c);
            } else if (normal.length() == 0 || normal.charAt(normal.length() - 1) != '-') {
                normal.append('-');
            }
        }
        return normal.toString();
    }

    private void fault(String what, String detail) {
        faults.add(new Fault(what, view.path().toString(), detail, "Seal the bundle again from its lock."));
    }
}
