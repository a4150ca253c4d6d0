package dev.airgap.goal;

import dev.airgap.bundle.Slot;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.hub.LocalFile;
import dev.airgap.hub.LocalTree;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Writes the files of models that lie on this machine into the tar, straight from where they lie, hashed on the way. */
final class LocalContent {

    private static final int BUFFER = 1 << 18;
    private static final int MOST_TOLD = 10;

    private record Piece(LockedModel model, ModelFile file, LocalTree tree, List<String> paths) {}

    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<LockedModel, LocalTree> broken = new LinkedHashMap<>();
    private final BiConsumer<LockedModel, LocalTree> forget;

    /** @param forget takes the models whose files are not what they were, before that is told */
    LocalContent(BiConsumer<LockedModel, LocalTree> forget) {
        this.forget = forget;
    }

    /**
     * Adds a place of a locked file.
     *
     * @param path in the bundle
     * @param tree where its model lies now
     */
    void add(String path, LockedModel model, ModelFile file, LocalTree tree) {
        LocalFile source = tree.files().get(file.path());
        if (source == null || !source.flaw().isEmpty()) {
            broken.put(model, tree);
            faults.add(other(model, file, source == null ? "It is not there." : sentence(source.flaw())));
            return;
        }
        String key = model.type() + " " + model.repo() + "@" + model.revision() + " " + file.path();
        pieces.computeIfAbsent(key, name -> new Piece(model, file, tree, new ArrayList<>()))
                .paths()
                .add(path);
    }

    /** Adds up the files, each once, in bytes. */
    long size() {
        return pieces.values().stream().mapToLong(piece -> piece.file().size()).sum();
    }

    /** Throws what is missing, before anything is written. */
    void demand() {
        broken.forEach(forget);
        if (!faults.isEmpty()) {
            throw new FaultException(faults.stream().distinct().limit(MOST_TOLD).toList());
        }
    }

    /**
     * Writes them all.
     *
     * @throws FaultException naming every file that is not what the lock has
     */
    void lay(Function<String, Slot> slots) {
        for (Piece piece : pieces.values()) {
            try {
                String actual = lay(piece, slots);
                if (!actual.isEmpty()) {
                    broken.put(piece.model(), piece.tree());
                    faults.add(other(piece.model(), piece.file(), actual));
                }
            } catch (IOException e) {
                faults.add(other(piece.model(), piece.file(), SafeUrl.printable(String.valueOf(e))));
            }
        }
        demand();
    }

    /** Copies a file; says what is wrong with it, or nothing. */
    private static String lay(Piece piece, Function<String, Slot> slots) throws IOException {
        ModelFile file = piece.file();
        List<Slot> to = piece.paths().stream().map(slots).toList();
        Path real = piece.tree().files().get(file.path()).real();
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (size + n > file.size()) {
                    return "expected: " + file.size() + " bytes\nactual: more";
                }
                digest.update(buffer, 0, n);
                for (Slot slot : to) {
                    slot.write(size, ByteBuffer.wrap(buffer, 0, n));
                }
                size += n;
            }
        }
        String actual = HexFormat.of().formatHex(digest.digest());
        if (size == file.size() && actual.equals(file.sha256())) {
            return "";
        }
        return "expected: " + file.size() + " bytes, sha256 " + file.sha256() + "\nactual: " + size + " bytes, sha256 "
                + actual;
    }

    private static Fault other(LockedModel model, ModelFile file, String detail) {
        return Fault.of("A file is not what the lock has: " + SafeUrl.printable(model.repo() + "/" + file.path()))
                .at("source of the model: " + SafeUrl.printable(model.source()))
                .because(detail)
                .advise(
                        model.source().startsWith("artifact ")
                                ? "Run again, which unpacks the artifact anew; where it really is another, move the lock: "
                                        + move(model)
                                : "Put back what was there when the lock was made, or move the lock: " + move(model));
    }

    private static String move(LockedModel model) {
        return "airgap:lock -Dairgap.upgrade=" + SafeUrl.printable(model.repo()) + ".";
    }

    private static String sentence(String flaw) {
        return Character.toUpperCase(flaw.charAt(0)) + flaw.substring(1) + ".";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
