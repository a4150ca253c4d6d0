package dev.airgap.index;

import dev.airgap.resolve.WheelFile;
import java.nio.file.Path;
import java.util.Arrays;

/** Keeps what was learnt of wheels on disk, for ever: by sha256, which nothing can change, else by address. */
final class WheelCache {

    private final Path folder;

    WheelCache(Path cache) {
        this.folder = cache.resolve("wheels");
    }

    Known read(WheelFile wheel) {
        CacheFile.Parts parts = CacheFile.read(file(wheel));
        if (parts == null) {
            return null;
        }
        Cursor head = new Cursor(parts.bytes(), parts.head());
        long size = head.number() - 1;
        byte[] metadata = Arrays.copyOfRange(parts.bytes(), parts.body(), parts.bytes().length);
        return new Known(metadata, size, head.text(), head.text());
    }

    void write(WheelFile wheel, Known known) {
        Growing head = new Growing(80);
        head.number(known.size() + 1);
        head.text(known.sha256());
        head.text(known.origin());
        CacheFile.write(file(wheel), head.toBytes(), known.metadata());
    }

    private Path file(WheelFile wheel) {
        String hash = wheel.sha256().isEmpty() ? PageCache.digest(wheel.address()) : wheel.sha256();
        return folder.resolve(wheel.sha256().isEmpty() ? "url" : hash.substring(0, 2))
                .resolve(hash);
    }
}
