package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shows an unpacked bundle's files, following no link. */
final class FolderView extends BundleView {

    private FolderView(Path path) {
        super("folder", path);
    }

    static FolderView open(Path path) throws IOException {
        FolderView view = new FolderView(path.toRealPath());
        view.index();
        return view;
    }

    @Override
    InputStream open(String file) throws IOException {
        return Files.newInputStream(path().resolve(file), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {
        // Each file is closed by who opens it.
    }

    private void index() throws IOException {
        // Sorted before they are judged: a folder's order is the file system's own, and evidence is the same
        // everywhere.
        SortedMap<String, Object> found = new TreeMap<>(PathOrder.BYTES);
        Files.walkFileTree(path(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return take(
                        file,
                        attributes.isRegularFile()
                                ? (Object) attributes.size()
                                : attributes.isSymbolicLink() ? "is a symbolic link" : "is no plain file");
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return take(file, "cannot be read: " + failure.getClass().getSimpleName());
            }

            private FileVisitResult take(Path file, Object what) {
                found.put(name(file), what);
                return found.size() > 2 * ManifestJson.MOST_FILES
                        ? FileVisitResult.TERMINATE
                        : FileVisitResult.CONTINUE;
            }
        });
        for (Map.Entry<String, Object> one : found.entrySet()) {
            judge(one.getKey(), one.getValue());
            if (isHopeless()) {
                return;
            }
        }
    }

    /** Takes in a file by its size, or refuses what is none by what is wrong with it. */
    private void judge(String name, Object what) {
        String flaw = PathRules.flaw(name);
        if (flaw.isEmpty()) {
            flaw = meet(name);
        }
        if (flaw.isEmpty() && what instanceof String wrong) {
            flaw = wrong;
        }
        if (flaw.isEmpty()) {
            add(name, (Long) what);
        } else {
            refuse(name, flaw);
        }
    }

    private String name(Path file) {
        Path inside = path().relativize(file);
        StringBuilder name = new StringBuilder();
        for (Path segment : inside) {
            name.append(name.length() > 0 ? "/" : "").append(segment);
        }
        return name.toString();
    }

    private void refuse(String name, String flaw) {
        // A name that the system's encoding cannot hold reads as garbage, which is nobody's attack.
        boolean encoding = name.indexOf('\uFFFD') >= 0
                && !System.getProperty("sun.jnu.encoding", "UTF-8").equals("UTF-8");
        refuse(new Fault(
                "The folder holds what no bundle has",
                path().toString(),
                PathRules.shown(name) + " " + PathRules.shown(flaw),
                encoding
                        ? "Java cannot read this name in the locale at hand: set LC_ALL=C.UTF-8."
                        : "Remove it, or unpack the bundle again."));
    }
}
