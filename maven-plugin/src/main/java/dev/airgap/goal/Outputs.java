package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.goal.Configuration.Written;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses an output where it would replace an input, another project's output, or a file that is no bundle. */
public final class Outputs {

    // POSIX, ustar interchange format: where every header says what it is.
    private static final String MAGIC = "ustar";
    private static final int MAGIC_AT = 257;

    private final Places places;
    private final Path pom;
    private final Claims claims;

    /**
     * Makes a check.
     *
     * @param pom null where there is none
     */
    public Outputs(Places places, Path pom, Claims claims) {
        this.places = places;
        this.pom = pom;
        this.claims = claims;
    }

    /** Checks the lock alone, before it is read. */
    public void checkLock(Wishes wishes) {
        raise(lock(wishes));
    }

    /** Checks lock and tar, before anything is fetched. */
    public void checkBundle(Wishes wishes, Identity identity) {
        List<Fault> faults = new ArrayList<>(lock(wishes));
        faults.addAll(tar(wishes, identity));
        raise(faults);
    }

    /** Checks the folder that a bundle is laid out in; what two projects unpack there would replace each other. */
    public void checkFolder(Path folder, Path bundle, String target) {
        raise(claimed(folder, "The folder", "-Dairgap.outputDirectory=…", "folder " + bundle + " " + target));
    }

    private List<Fault> lock(Wishes wishes) {
        Path lock = places.lock();
        String what = inputs(wishes.configuration()).get(Claims.place(lock));
        what = what == null && Files.isDirectory(lock) ? "a folder" : what;
        if (what != null) {
            return List.of(Fault.of("The lock would replace " + what)
                    .at("airgap.lockFile: " + places.show(lock))
                    .advise("Name another file; airgap.lock beside the POM is the default."));
        }
        return claimed(lock, "The lock", "<lockFile>", "lock " + wishes.inputs().digest());
    }

    private List<Fault> tar(Wishes wishes, Identity identity) {
        Path tar = places.tar();
        Map<Path, String> inputs = inputs(wishes.configuration());
        inputs.put(Claims.place(places.lock()), "the lock");
        String what = inputs.get(Claims.place(tar));
        if (what == null && Files.isDirectory(tar)) {
            what = "a folder";
        } else if (what == null && !isOurs(tar)) {
            what = "a file that is no bundle";
        }
        if (what != null) {
            return List.of(Fault.of("The bundle would replace " + what)
                    .at("airgap.output: " + places.show(tar))
                    .advise("Name another file, as in -Dairgap.output=target/bundle.tar."));
        }
        String content = "tar " + identity + " " + wishes.configuration().root() + " " + Claims.place(places.lock())
                + " " + wishes.inputs().digest();
        return claimed(tar, "The bundle", "<output>", content);
    }

    private List<Fault> claimed(Path file, String what, String element, String content) {
        Optional<String> other = claims.claim(file, content.replace('\n', ' '));
        return other.isEmpty()
                ? List.of()
                : List.of(Fault.of(what + " " + places.show(file) + " is made twice in this build")
                        .at(file.toString())
                        .because("first by " + other.get() + "\nnow by " + claims.owner())
                        .advise("Give one of them another " + element
                                + "; a relative path is another for each project."));
    }

    /** Lists the files that this build reads, each with its name for people. */
    private Map<Path, String> inputs(Configuration configuration) {
        Map<Path, String> inputs = new LinkedHashMap<>();
        if (pom != null) {
            inputs.put(Claims.place(pom), "the POM");
        }
        List<Written> words = new ArrayList<>(configuration.requirements());
        words.addAll(configuration.constraints());
        words.addAll(configuration.overrides());
        words.forEach(word -> add(inputs, word.text(), "an input: " + word.text()));
        configuration.targets().forEach(target -> add(inputs, target.spec(), "the target's file " + target.spec()));
        for (IndexSpec index : configuration.indexes()) {
            add(inputs, index.url(), "the index " + index.id());
        }
        return inputs;
    }

    private void add(Map<Path, String> inputs, String text, String what) {
        try {
            Path path = text.startsWith("file:")
                    ? Path.of(URI.create(text))
                    : places.base().resolve(text);
            if (!text.isEmpty() && Files.exists(path)) {
                inputs.putIfAbsent(Claims.place(path), what);
            }
        } catch (IllegalArgumentException e) {
            // A requirement as such or an address, and no path here.
            return;
        }
    }

    /** What lies in the build folder by a tar's name was made there; elsewhere the content tells. */
    private boolean isOurs(Path tar) {
        if (!Files.isRegularFile(tar)
                || (tar.startsWith(places.build()) && tar.toString().endsWith(".tar"))) {
            return true;
        }
        try (InputStream stream = Files.newInputStream(tar)) {
            byte[] head = stream.readNBytes(MAGIC_AT + MAGIC.length());
            return head.length == 0 || new String(head, StandardCharsets.ISO_8859_1).startsWith(MAGIC, MAGIC_AT);
        } catch (IOException e) {
            return false;
        }
    }

    private static void raise(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }
}
