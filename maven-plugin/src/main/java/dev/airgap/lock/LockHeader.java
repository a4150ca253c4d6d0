package dev.airgap.lock;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds what the first lines of a lock say, read without parsing the rest: enough to tell whether it is current.
 *
 * @param version the lock's format
 * @param inputs digest of the inputs, {@code sha256:…}
 */
public record LockHeader(int version, String inputs) {

    private static final Pattern ENTRY =
            Pattern.compile("(version|inputs-digest)\\s*=\\s*[\"']?([a-z0-9:]+)[\"']?\\s*(#.*)?");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    /**
     * Reads the first lines; empty where there is no lock, or where they are not as this plugin writes them: then the
     * whole lock must be read, which says why. Comments and blank lines are the user's, however many there are.
     */
    public static Optional<LockHeader> read(Path lock) throws IOException {
        String version = "";
        String digest = "";
        try (BufferedReader lines = Files.newBufferedReader(lock)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String said = (line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
                if (said.isEmpty() || said.startsWith("#")) {
                    continue;
                }
                Matcher entry = ENTRY.matcher(said);
                if (!entry.matches()) {
                    return Optional.empty();
                }
                version = entry.group(1).equals("version") ? entry.group(2) : version;
                digest = entry.group(1).equals("version") ? digest : entry.group(2);
                if (!version.isEmpty() && !digest.isEmpty()) {
                    boolean ours = version.equals(Integer.toString(LockWriter.VERSION));
                    return ours && DIGEST.matcher(digest).matches()
                            ? Optional.of(new LockHeader(LockWriter.VERSION, digest))
                            : Optional.empty();
                }
            }
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Tells whether a lock with this header is current for the inputs. */
    public boolean isCurrent(Inputs now) {
        return inputs.equals(now.digest());
    }
}
