package dev.airgap.index;

import dev.airgap.python.PackageName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Keeps pages on disk: a folder an index address, a file a package. */
final class PageCache {

    private static final int LONGEST_NAME = 120;

    private final Path folder;

    /** Opens the pages of one index below the cache's folder. */
    PageCache(Path cache, URI index) {
        this.folder = cache.resolve("pages").resolve(digest(index.toString()).substring(0, 32));
    }

    CachedPage read(PackageName name) {
        CacheFile.Parts parts = CacheFile.read(file(name));
        if (parts == null) {
            return null;
        }
        Cursor head = new Cursor(parts.bytes(), parts.head());
        boolean known = head.take() == 1;
        Validity validity = new Validity(head.fixedLong(), head.fixedLong(), head.text(), head.text());
        return new CachedPage(validity, known, parts.bytes(), parts.body());
    }

    void write(PackageName name, CachedPage page) {
        Growing head = new Growing(256);
        head.put(page.known() ? 1 : 0);
        head.fixed(page.validity().fetched());
        head.fixed(page.validity().until());
        head.text(page.validity().etag());
        head.text(page.validity().modified());
        CacheFile.write(file(name), head.toBytes(), page.bytes(), page.body());
    }

    /** Names the file; a normalised name is safe in a path, but for its length and for names like nul on Windows. */
    private Path file(PackageName name) {
        String value = name.value();
        return folder.resolve(value.length() > LONGEST_NAME ? "-" + digest(value) : "_" + value);
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Cursor(hash, 0).hex(hash.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
