package dev.airgap.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes files and folders with fixed modes and times, so that an image's layer has the same digest every time. */
final class Tree {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path root;
    private final FileTime time;
    private final boolean modes;
    private final Set<String> folders = new TreeSet<>();

    Tree(Path root, Instant time) {
        this.root = root;
        this.time = FileTime.from(time);
        this.modes = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    void makeFolders(List<String> paths) throws IOException {
        for (String path : paths) {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                if (!folders.add(path.substring(0, slash))) {
                    break;
                }
            }
        }
        for (String folder : folders) {
            Files.createDirectories(root.resolve(folder));
        }
    }

    /** Writes a new file, and computes its checksum on the way. */
    String write(String path, InputStream content, byte[] buffer) throws IOException {
        MessageDigest digest = Sha256.start();
        Path file = root.resolve(path);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        settle(file, FILE);
        return Sha256.end(digest);
    }

    void write(String path, byte[] content) throws IOException {
        write(path, new ByteArrayInputStream(content), new byte[8192]);
    }

    /** Sets modes and times of the folders, once nothing more comes into them. */
    void settleFolders() throws IOException {
        for (String folder : folders) {
            settle(root.resolve(folder), FOLDER);
        }
        settle(root, FOLDER);
    }

    /** Sets the mode and time of a folder that was moved, which some file systems take for a change. */
    void settle(Path folder) throws IOException {
        settle(folder, FOLDER);
    }

    private void settle(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (modes) {
            Files.setPosixFilePermissions(path, permissions);
        }
        Files.setLastModifiedTime(path, time);
    }
}
