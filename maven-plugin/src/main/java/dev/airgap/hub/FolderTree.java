package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a folder as a snapshot. A link is followed to a file inside the folder, and nowhere else; what is no plain file
 * is kept with the reason, since the includes and excludes may leave it out.
 */
public final class FolderTree {

    /** What tools leave beside the files of a snapshot: git's own folder, and notes of downloads. */
    private static final Set<String> NOTES = Set.of(".git", ".huggingface", ".cache/huggingface");

    private final Path root;
    private final ModelRequest request;
    private final List<LocalFile> files = new ArrayList<>();

    private FolderTree(Path root, ModelRequest request) {
        this.root = root;
        this.request = request;
    }

    /**
     * Reads a folder.
     *
     * @throws FaultException where it is no folder, or can't be read
     */
    public static LocalTree read(Path folder, ModelRequest request) {
        Path root;
        try {
            root = folder.toRealPath();
        } catch (IOException e) {
            throw new FaultException(missing(folder, request), e);
        }
        if (!Files.isDirectory(root)) {
            throw new FaultException(missing(folder, request));
        }
        return LocalTree.of(root, "", new FolderTree(root, request).walk());
    }

    private static Fault missing(Path folder, ModelRequest request) {
        String what = Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                ? "is no folder that can be read"
                : "is not on this machine";
        return Fault.of("The folder of " + request.repo() + " " + what + ": " + Names.shown(folder.toString()))
                .at(request.where())
                .advise("Put the model's files there, or name the folder that has them; a lock holds checksums alone.");
    }

    private List<LocalFile> walk() {
        try {
            Files.walkFileTree(root, new Visitor());
            return files;
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("The folder of " + request.repo() + " can't be read: " + Names.shown(root.toString()))
                            .at(request.where())
                            .because(Names.shown(String.valueOf(e)))
                            .advise("Give yourself read permission there."),
                    e);
        }
    }

    /** Joins the names of a path below a folder by slashes, whatever the system has. */
    static String path(Path root, Path file) {
        List<String> names = new ArrayList<>();
        root.relativize(file).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOTES.contains(path(root, folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = path(root, file);
            // A worktree's .git is a file.
            if (!NOTES.contains(path)) {
                files.add(attributes.isSymbolicLink() ? linked(path, file) : plain(path, file, attributes));
            }
            if (files.size() > Listing.MOST_FILES) {
                throw new FaultException(Fault.of("The folder of " + request.repo() + " has more than "
                                + Listing.MOST_FILES + " files: " + Names.shown(root.toString()))
                        .at(request.where())
                        .advise("Name the folder of the model alone."));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static LocalFile plain(String path, Path file, BasicFileAttributes attributes) {
        return new LocalFile(
                path, file, attributes.size(), "", attributes.isRegularFile() ? "" : "it is no plain file");
    }

    private LocalFile linked(String path, Path link) {
        try {
            Path real = link.toRealPath();
            if (!real.startsWith(root)) {
                return new LocalFile(path, link, 0, "", "it is a link that leads out of the folder");
            }
            BasicFileAttributes attributes =
                    Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isDirectory()
                    ? new LocalFile(path, link, 0, "", "it is a link to a folder")
                    : plain(path, real, attributes);
        } catch (IOException e) {
            return new LocalFile(path, link, 0, "", "it is a link that leads nowhere");
        }
    }
}
