package dev.airgap.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers, for one run of Maven, who makes which file, so that no project replaces what another has just made.
 *
 * @param taken shared by all goals of the run; of plain strings, since two class loaders may hold this plugin
 * @param owner who claims now, for people: {@code com.example:app:1.0 (execution default-bundle)}
 */
public record Claims(ConcurrentMap<String, String> taken, String owner) {

    /**
     * Claims a file.
     *
     * @param content what decides its bytes; the same content may be claimed again
     * @return who claimed it before with other content, if anyone
     */
    Optional<String> claim(Path file, String content) {
        String before = taken.putIfAbsent(place(file).toString(), content + "\n" + owner);
        if (before == null || before.startsWith(content + "\n")) {
            return Optional.empty();
        }
        return Optional.of(before.substring(before.indexOf('\n') + 1));
    }

    /** Gives a file's one name: a link on the way is followed, a link at the end is replaced and so is a name itself. */
    static Path place(Path file) {
        Path path = file.toAbsolutePath().normalize();
        try {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(path)) {
                return path.toRealPath();
            }
            Path parent = path.getParent();
            return parent == null ? path : place(parent).resolve(path.getFileName());
        } catch (IOException e) {
            // Nobody can look there; writing will say so.
            return path;
        }
    }
}
