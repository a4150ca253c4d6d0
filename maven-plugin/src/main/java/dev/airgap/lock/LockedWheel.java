package dev.airgap.lock;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Pins one wheel.
 *
 * @param url where it lies; where it lay in a folder beside the lock, relative to the lock
 * @param index the id of the index it comes from, where that is another than its package's (PEP 708); else empty
 * @param targets ids of the targets it was chosen for, sorted; at least one
 * @param size in bytes
 * @param sha256 64 lower-case hex digits
 */
public record LockedWheel(String file, URI url, long size, String sha256, String index, List<String> targets) {

    public LockedWheel {
        Rules.url(url);
        Rules.size(size);
        Rules.hex("a sha256", sha256, 64);
        if (!index.isEmpty()) {
            Rules.word("an index", index);
        }
        targets = List.copyOf(new TreeSet<>(targets));
        for (String target : targets) {
            Rules.targetId(target);
        }
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("the wheel " + Rules.quoted(file) + " is for no target");
        }
    }

    /** Pins a wheel that comes from its package's index. */
    public LockedWheel(String file, URI url, long size, String sha256, List<String> targets) {
        this(file, url, size, sha256, "", targets);
    }

    /** Gives the whole address: what is relative lies below or beside the lock's folder. */
    public URI address(Path folder) {
        // A folder's own address ends in a slash only where the folder is there already.
        return url.isAbsolute()
                ? url
                : folder.toAbsolutePath().resolve("x").toUri().resolve(url);
    }
}
