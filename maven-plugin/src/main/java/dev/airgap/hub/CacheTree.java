package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a snapshot out of a Hugging Face cache. Someone else may have seeded it: a link counts only where it leads to a
 * blob of the same repository, and no folder on the way may be one.
 */
public final class CacheTree {

    private static final int COMMIT = 40;
    private static final int SHA256 = 64;
    private static final int MOST_TOLD = 8;

    private final Path cache;
    private final ModelRequest request;

    private CacheTree(Path cache, ModelRequest request) {
        this.cache = cache;
        this.request = request;
    }

    /** Tells whether a folder has that repository as a cache does. */
    public static boolean has(Path cache, ModelRequest request) {
        return Files.isDirectory(cache.resolve(HubLayout.folder(request.type(), request.repo())));
    }

    /**
     * Reads the snapshot of the request's revision.
     *
     * @param cache the folder that {@code HF_HUB_CACHE} names
     * @throws FaultException where it has no such snapshot, or leads elsewhere
     */
    public static LocalTree read(Path cache, ModelRequest request) {
        if (!Files.isDirectory(cache)) {
            throw new FaultException(Fault.of("The cache of " + request.repo() + " is not on this machine: "
                            + Names.shown(cache.toString()))
                    .at(request.where())
                    .advise("Name the folder that HF_HUB_CACHE names, as a rule .cache/huggingface/hub in the"
                            + " home folder; a lock holds checksums alone."));
        }
        try {
            return new CacheTree(cache.toRealPath(), request).read();
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("The cache of " + request.repo() + " can't be read: " + Names.shown(cache.toString()))
                            .at(request.where())
                            .because(Names.shown(String.valueOf(e)))
                            .advise("Give yourself read permission there."),
                    e);
        }
    }

    private LocalTree read() throws IOException {
        Path repo = cache.resolve(HubLayout.folder(request.type(), request.repo()));
        if (!Files.exists(repo, LinkOption.NOFOLLOW_LINKS)) {
            throw fault(
                    "The cache has no " + request.type() + " " + request.repo() + ": " + Names.shown(cache.toString()),
                    "There is no folder " + repo.getFileName() + " in it.",
                    "Download it there (hf download), or name the folder that HF_HUB_CACHE names.");
        }
        own(repo);
        String commit = request.isCommit() ? request.revision() : commit(repo);
        Path snapshot = repo.resolve("snapshots").resolve(commit);
        if (!Files.exists(snapshot, LinkOption.NOFOLLOW_LINKS)) {
            throw fault(
                    "The cache has no snapshot " + commit + " of " + request.repo() + ": "
                            + Names.shown(repo.toString()),
                    "It has " + names(repo.resolve("snapshots")) + ".",
                    "Download that revision there (hf download --revision), or ask for one that is there.");
        }
        own(snapshot);
        List<LocalFile> files = new ArrayList<>();
        Path blobs = repo.resolve("blobs");
        Files.walkFileTree(snapshot, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = FolderTree.path(snapshot, file);
                if (attributes.isSymbolicLink()) {
                    files.add(linked(path, file, blobs));
                } else {
                    String flaw = attributes.isRegularFile() ? "" : "it is no plain file";
                    files.add(new LocalFile(path, file, attributes.size(), "", flaw));
                }
                if (files.size() > Listing.MOST_FILES) {
                    throw fault("The snapshot of " + request.shown() + " has too many files", "", "Name another.");
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return LocalTree.of(snapshot, commit, files);
    }

    /** Reads a ref as the reference client does: nothing but the commit stands in it. */
    private String commit(Path repo) throws IOException {
        Path ref = repo.resolve("refs").resolve(request.revision());
        if (!Files.isRegularFile(ref, LinkOption.NOFOLLOW_LINKS)) {
            throw fault(
                    "The cache has no revision " + request.revision() + " of " + request.repo() + ": "
                            + Names.shown(repo.toString()),
                    "Its refs are " + names(repo.resolve("refs")) + "; its commits are "
                            + names(repo.resolve("snapshots")) + ".",
                    "Ask for one of these by <revision>, or download that one there (hf download --revision).");
        }
        own(ref);
        try (InputStream in = Files.newInputStream(ref, LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(in.readNBytes(COMMIT + 1), StandardCharsets.ISO_8859_1);
            if (!Names.isHex(text, COMMIT)) {
                throw fault(
                        "The cache's ref " + request.revision() + " of " + request.repo() + " is damaged",
                        Names.shown(ref.toString()) + " should hold " + COMMIT
                                + " hex digits and nothing else, but has " + "\"" + Names.shown(text) + "\".",
                        "Download the snapshot again, or name its commit by <revision>.");
            }
            return Names.lower(text);
        }
    }

    /** Refuses a place that a link leads to. */
    private void own(Path place) throws IOException {
        if (!place.toRealPath().equals(place)) {
            throw fault(
                    "The cache of " + request.shown() + " leads elsewhere",
                    Names.shown(place.toString()) + " is a link, or lies behind one.",
                    "Name the cache that really has it; links are followed to blobs of the same repository alone.");
        }
    }

    private static LocalFile linked(String path, Path link, Path blobs) throws IOException {
        Path target = link.resolveSibling(Files.readSymbolicLink(link))
                .toAbsolutePath()
                .normalize();
        String name = target.getFileName() == null ? "" : target.getFileName().toString();
        boolean hash = Names.isHex(name, COMMIT) || Names.isHex(name, SHA256);
        if (!blobs.equals(target.getParent()) || !hash) {
            return new LocalFile(path, link, 0, "", "it is a link to no blob of its repository");
        }
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                || !target.toRealPath().equals(target)) {
            return new LocalFile(path, link, 0, "", "its blob is missing, or no plain file: the cache is not complete");
        }
        return new LocalFile(path, target, Files.size(target), Names.lower(name), "");
    }

    private static String names(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return "none";
        }
        try (Stream<Path> list = Files.list(folder)) {
            List<String> names = list.map(path -> Names.shown(path.getFileName().toString()))
                    .sorted()
                    .limit(MOST_TOLD)
                    .toList();
            return names.isEmpty() ? "none" : String.join(", ", names);
        }
    }

    private FaultException fault(String what, String detail, String next) {
        return new FaultException(new Fault(what, request.where(), detail, next));
    }
}
