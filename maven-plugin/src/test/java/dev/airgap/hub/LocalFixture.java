package dev.airgap.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Makes folders and caches, and reads them as a lock does. */
abstract class LocalFixture {

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    static ModelRequest request(String revision, String... excludes) {
        return new ModelRequest(
                "", "org/name", "model", revision, Weights.AUTO, List.of(), List.of(excludes), "<model> in pom.xml");
    }

    final Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    final void link(String path, String target) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of(target));
    }

    /** Adds a file to the cache as the reference client does: a blob by its hash, and a link to it. */
    final Path cached(String path, String text, boolean lfs) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = MessageDigest.getInstance(lfs ? "SHA-256" : "SHA-1");
        if (!lfs) {
            digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        String name = HexFormat.of().formatHex(digest.digest(bytes));
        String up =
                "../../" + "../".repeat(path.length() - path.replace("/", "").length());
        link("models--org--name/snapshots/" + COMMIT + "/" + path, up + "blobs/" + name);
        return write("models--org--name/blobs/" + name, text);
    }

    final void ref(String name, String content) throws IOException {
        write("models--org--name/refs/" + name, content);
    }

    final LocalSnapshot ofFolder(String... excludes) {
        return read(request("main", excludes), FolderTree.read(folder, request("main")), Duration.ZERO);
    }

    final LocalSnapshot ofCache(String revision) {
        return read(request(revision), CacheTree.read(folder, request(revision)), Duration.ZERO);
    }

    /** @param later how far the clock is ahead, since times of files are not a test's to set */
    final LocalSnapshot read(ModelRequest request, LocalTree tree, Duration later) {
        Path memory = folder.resolveSibling(folder.getFileName() + "-memory");
        return LocalSnapshot.of(
                request, tree, LocalDigests.of(memory, tree.root(), Clock.offset(Clock.systemUTC(), later)));
    }
}
