package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays a bundle's tar out in a folder, checking every byte on the way; nothing half-written is left where it fails. */
public final class Unpacker {

    private final String tool;
    private final Clock clock;

    /**
     * Makes an unpacker.
     *
     * @param tool name and version that the evidence tells
     * @param clock whose time the evidence tells
     */
    public Unpacker(String tool, Clock clock) {
        this.tool = tool;
        this.clock = clock;
    }

    /**
     * Unpacks into a folder, in place of a bundle that was unpacked there before.
     *
     * @param folder may be missing; refused where a file in it was not laid down by an unpacked bundle
     * @param target the id of the one target whose content is wanted; empty for the whole bundle
     * @return what was checked; its identity is that of what was laid out
     * @throws FaultException where the tar is not whole and untouched, the target unknown, or the folder not to be replaced
     */
    public Report unpack(Path tar, Path folder, Optional<String> target) {
        if (!Files.isRegularFile(tar)) {
            throw new FaultException(
                    new Fault("There is no such tar", tar.toString(), "", "Name a bundle's tar that can be read."));
        }
        try (TarView view = TarView.open(tar)) {
            Audit audit = new Audit(view);
            audit.listing("");
            audit.closure();
            if (!audit.faults().isEmpty()) {
                throw new FaultException(FaultGroups.of(audit.faults(), "airgap:verify lists them all"));
            }
            Manifest manifest = target.isEmpty() ? audit.manifest() : part(audit.manifest(), target.get(), tar);
            return lay(view, audit, manifest, target.isPresent(), folder);
        } catch (IOException | InvalidPathException e) {
            throw new FaultException(
                    new Fault(
                            "The bundle could not be unpacked",
                            folder.toString(),
                            e.getClass().getSimpleName() + ": " + e.getMessage(),
                            e instanceof InvalidPathException
                                    ? "Java cannot write this name in the locale at hand: set LC_ALL=C.UTF-8."
                                    : "See that the folder can be written and the disk has room."),
                    e);
        }
    }

    private static Manifest part(Manifest whole, String target, Path tar) {
        if (!whole.targets().contains(target)) {
            throw new FaultException(new Fault(
                    "The bundle has no such target",
                    tar.toString(),
                    "asked for: " + PathRules.shown(target) + "\nthere: "
                            + PathRules.shown(String.join(", ", whole.targets())),
                    "Name one of these (airgap.target), or none for the whole bundle."));
        }
        return whole.part(target);
    }

    private Report lay(TarView view, Audit audit, Manifest manifest, boolean part, Path folder) throws IOException {
        long bytes = 0;
        for (ManifestFile file : manifest.files()) {
            bytes += file.size();
        }
        try (Replacement replacement = Replacement.of(folder, bytes)) {
            Tree tree = new Tree(replacement.fresh(), manifest.timestamp());
            byte[] json = part ? ManifestJson.write(manifest) : audit.manifestBytes();
            byte[] sums =
                    part ? Sums.write(manifest, Sha256.of(json)).getBytes(StandardCharsets.UTF_8) : audit.sumsBytes();
            List<String> paths = new ArrayList<>();
            for (ManifestFile file : manifest.files()) {
                paths.add(file.path());
            }
            tree.makeFolders(paths);
            new Workers("unpack").each(manifest.files(), ManifestFile::size, (file, buffer) -> {
                try (InputStream in = view.open(file.path())) {
                    String actual = tree.write(file.path(), in, buffer);
                    if (!actual.equals(file.sha256())) {
                        throw new FaultException(audit.changed(file, actual));
                    }
                } catch (IOException e) {
                    throw new FaultException(
                            new Fault(
                                    "A file of the bundle could not be laid out",
                                    file.path(),
                                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                                    "See that the folder can be written and the disk has room."),
                            e);
                }
            });
            tree.write(Manifest.PATH, json);
            tree.write(Manifest.SUMS, sums);
            tree.settleFolders();
            replacement.finish();
            tree.settle(replacement.folder());
            audit.passed(Audit.CONTENT, manifest.files().size());
            return audit.report(
                    tool,
                    clock.instant(),
                    manifest,
                    sums,
                    manifest.files().size() + 2L,
                    bytes + json.length + sums.length);
        }
    }
}
