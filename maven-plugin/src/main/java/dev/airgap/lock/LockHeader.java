package dev.airgap.lock;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Holds what the first lines of a lock say, read without parsing the rest: enough to tell whether it is current.
 *
 * @param version the lock's format
 * @param inputs digest of the inputs, {@code sha256:…}
 */
public record LockHeader(int version, String inputs) {

    private static final int ENOUGH = 1024;

    /**
     * Reads the first lines; empty where there is no lock, or where they are not as this plugin writes them: then the
     * whole lock must be read, which says why.
     */
    public static Optional<LockHeader> read(Path lock) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(lock)) {
            start = in.readNBytes(ENOUGH);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        String version = "";
        for (String line : new String(start, StandardCharsets.UTF_8).split("\n", 8)) {
            if (line.startsWith("version = ")) {
                version = line.substring("version = ".length()).strip();
            } else if (line.startsWith("inputs-digest = \"")) {
                String digest = line.substring("inputs-digest = \"".length()).strip();
                boolean whole = digest.length() == "sha256:".length() + 64 + 1 && digest.endsWith("\"");
                return whole && version.equals(Integer.toString(LockWriter.VERSION))
                        ? Optional.of(new LockHeader(LockWriter.VERSION, digest.substring(0, digest.length() - 1)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Tells whether a lock with this header is current for the inputs. */
    public boolean isCurrent(Inputs now) {
        return inputs.equals(now.digest());
    }
}
