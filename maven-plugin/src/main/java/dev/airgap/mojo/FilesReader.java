package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.FileSpec;
import dev.airgap.goal.Preset;
import dev.airgap.http.SafeUrl;
import dev.airgap.input.Lists;
import dev.airgap.lock.LockedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Turns {@code <files>} into files as asked for; presets become the files that they stand for. */
final class FilesReader {

    private final String where;
    private final List<Fault> faults;
    private final List<FileSpec> specs = new ArrayList<>();

    private FilesReader(String where, List<Fault> faults) {
        this.where = where;
        this.faults = faults;
    }

    /**
     * Reads them all.
     *
     * @param list the command line's words, which win over the POM; null for none
     * @param place of a {@code <file>}, for people
     * @param faults takes what is wrong
     */
    static List<FileSpec> read(String list, List<FileElement> elements, String place, List<Fault> faults) {
        FilesReader reader = new FilesReader(list == null ? place : "-Dairgap.files", faults);
        List<FileElement> all = list == null
                ? elements
                : Lists.split(list).stream().map(FileElement::of).toList();
        all.forEach(reader::add);
        return reader.specs;
    }

    private void add(FileElement element) {
        if (!element.preset().isEmpty()) {
            addPreset(element);
            return;
        }
        String url = element.url();
        String plain = url.replaceFirst("[?#].*", "");
        String name = plain.substring(plain.lastIndexOf('/') + 1);
        OptionalInt strip = strip(element);
        String path = element.path();
        if (path.isEmpty()) {
            path = strip.isEmpty() ? name : name.replaceFirst("(?i)\\.(zip|tar|tar\\.gz|tgz)$", "");
        }
        if (url.isEmpty() || path.isEmpty()) {
            faults.add(Fault.of("A file has no " + (url.isEmpty() ? "<url>" : "<path>"))
                    .at(where)
                    .advise("Say where it is fetched, and where it lies below files/ in the bundle."));
        }
        specs.add(new FileSpec(element.id(), url, sha256(element), "", path, strip, where));
    }

    private void addPreset(FileElement element) {
        String preset = SafeUrl.printable(element.preset());
        if (!element.path().isEmpty()
                || !element.unpack().isEmpty()
                || !element.strip().isEmpty()) {
            faults.add(Fault.of("The preset " + preset + " has a <path>, an <unpack> or a <strip> beside it")
                    .at(where)
                    .because("A preset says by itself where its loader looks.")
                    .advise("Take them out, or name the file by its <url> and <path> instead of a preset."));
            return;
        }
        try {
            List<FileSpec> files = Preset.files(element.preset(), element.id(), element.url(), sha256(element), where);
            for (FileSpec spec : files) {
                // Two encodings of tiktoken may read one file.
                if (!specs.contains(spec)) {
                    specs.add(spec);
                }
            }
        } catch (FaultException e) {
            faults.addAll(e.faults());
        }
    }

    private OptionalInt strip(FileElement element) {
        String unpack = element.unpack();
        String strip = element.strip();
        if (!unpack.isEmpty() && !unpack.equals("true") && !unpack.equals("false")) {
            faults.add(Fault.of("The value of <unpack> is unknown: " + SafeUrl.printable(unpack))
                    .at(where)
                    .because("Expected true or false.")
                    .advise("Write one of these."));
        }
        if (!strip.isEmpty() && (!unpack.equals("true") || !strip.matches("[0-" + LockedFile.MOST_STRIP + "]"))) {
            faults.add(Fault.of("The value of <strip> can't be used: " + SafeUrl.printable(strip))
                    .at(where)
                    .because("Expected 0 to " + LockedFile.MOST_STRIP
                            + ", the number of leading folders to drop, beside" + " <unpack>true</unpack>.")
                    .advise("Write such a number, or take it out."));
            return OptionalInt.empty();
        }
        if (!unpack.equals("true")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(strip.isEmpty() ? 0 : Integer.parseInt(strip));
    }

    private static String sha256(FileElement element) {
        return element.sha256().toLowerCase(Locale.ROOT);
    }
}
