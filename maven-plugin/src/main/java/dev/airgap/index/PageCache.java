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

    /** Reads a page whole; null where there is none. */
    CachedPage read(PackageName name) {
        CacheFile.Parts parts = CacheFile.read(file(name));
        return parts == null ? null : page(parts, new Blocks.Held(parts.bytes(), parts.body()));
    }

    /** Reads a page's table alone: of most releases nobody ever asks for the wheels. */
    CachedPage peek(PackageName name) {
        Path path = file(name);
        CacheFile.Parts parts = CacheFile.readHead(path);
        return parts == null ? null : page(parts, new OnDisk(path, parts));
    }

    /** Leaves the wheels on disk until they are asked for. */
    private record OnDisk(Path path, CacheFile.Parts head) implements Blocks {

        @Override
        public int length() {
            return CacheFile.bodyLength(head);
        }

        @Override
        public byte[] read(int from, int count) {
            byte[] block = CacheFile.readBody(path, head, from, count);
            return block == null || new Cursor(block, 0).fixed() != Blocks.sum(block, 4, count - 4) ? null : block;
        }
    }

    private static CachedPage page(CacheFile.Parts parts, Blocks blocks) {
        Cursor head = new Cursor(parts.bytes(), parts.head());
        boolean known = head.take() == 1;
        Validity validity = new Validity(head.fixedLong(), head.fixedLong(), head.text(), head.text());
        return new CachedPage(validity, known, parts.bytes(), head.at(), parts.body(), blocks);
    }

    void write(PackageName name, CachedPage page) {
        Growing head = new Growing(256 + page.bytes().length);
        head.put(page.known() ? 1 : 0);
        head.fixed(page.validity().fetched());
        head.fixed(page.validity().until());
        head.text(page.validity().etag());
        head.text(page.validity().modified());
        head.put(page.bytes(), page.table(), page.end() - page.table());
        CacheFile.write(
                file(name), head.toBytes(), page.blocks().read(0, page.blocks().length()));
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
