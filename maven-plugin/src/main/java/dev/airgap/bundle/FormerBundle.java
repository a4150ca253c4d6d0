package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells what an earlier unpacking laid down in a folder from all that came in since: a file that the earlier bundle lists
 * goes with it, any other file and any that was changed is somebody's work.
 */
final class FormerBundle {

    private static final int MOST_NAMED = 5;

    private final FolderView view;
    private final SortedMap<String, ManifestFile> listed = new TreeMap<>(PathOrder.BYTES);
    private Instant time = Instant.EPOCH;

    private FormerBundle(FolderView view) {
        this.view = view;
    }

    /**
     * Says what in the folder no bundle laid down, as the rest of a sentence that starts with "it"; empty where all may go.
     *
     * @param folder a folder, and no link to one
     */
    static String foreign(Path folder) throws IOException {
        FormerBundle former = new FormerBundle(FolderView.open(folder));
        String flaw = former.read();
        if (!flaw.isEmpty()) {
            return flaw;
        }
        List<String> strange = new ArrayList<>();
        for (Fault fault : former.view.faults()) {
            strange.add(fault.detail());
        }
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, Long> file : former.view.files().entrySet()) {
            ManifestFile known = former.listed.get(file.getKey());
            if (known == null) {
                strange.add(PathRules.shown(file.getKey()));
            } else if (!former.isUntouched(known, file.getValue())) {
                changed.add(PathRules.shown(file.getKey()));
            }
        }
        if (!strange.isEmpty()) {
            return "it holds what no bundle laid there: " + some(strange);
        }
        return changed.isEmpty()
                ? ""
                : "it holds files that were changed since a bundle laid them there: " + some(changed);
    }

    /** Reads what the earlier bundle lists; gives what is wrong with that. */
    private String read() throws IOException {
        if (!view.files().containsKey(Manifest.PATH)) {
            return "";
        }
        byte[] json = view.read(Manifest.PATH, ManifestJson.MOST_BYTES);
        Manifest manifest;
        try {
            manifest = ManifestJson.read(json);
        } catch (IllegalArgumentException e) {
            return "its airgap.json " + e.getMessage();
        }
        time = manifest.timestamp();
        Map<String, String> sums = new HashMap<>();
        for (ManifestFile file : manifest.files()) {
            listed.put(file.path(), file);
            sums.put(file.path(), file.sha256());
        }
        // Both are the bundle's only while they agree: otherwise the one that was edited shows as a changed file.
        sums.put(Manifest.PATH, Sha256.of(json));
        own(Manifest.PATH, json);
        if (view.files().containsKey(Manifest.SUMS)) {
            byte[] text = view.read(Manifest.SUMS, ManifestJson.MOST_BYTES);
            List<String> flaws = new ArrayList<>();
            boolean agree = Sums.read(text, flaws).equals(sums) && flaws.isEmpty();
            own(Manifest.SUMS, agree ? text : new byte[0]);
        }
        return "";
    }

    private void own(String path, byte[] content) {
        listed.put(path, new ManifestFile(path, content.length, Sha256.of(content), "", "", List.of()));
    }

    /** Size and time are enough where they are as unpacking left them; a copy of the folder costs a hash of each file. */
    private boolean isUntouched(ManifestFile known, long size) throws IOException {
        if (size != known.size()) {
            return false;
        }
        Path file = view.path().resolve(known.path());
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .equals(time)) {
            return true;
        }
        try (InputStream in = view.open(known.path())) {
            return Sha256.of(in).equals(known.sha256());
        }
    }

    private static String some(List<String> names) {
        String named = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)));
        return names.size() <= MOST_NAMED ? named : named + " and " + (names.size() - MOST_NAMED) + " more";
    }
}
