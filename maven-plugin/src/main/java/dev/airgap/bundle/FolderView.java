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
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shows an unpacked bundle's files, following no link. */
final class FolderView implements BundleView {

    private final Path path;
    private final SortedMap<String, Long> sizes = new TreeMap<>(PathOrder.BYTES);
    private final List<Fault> faults = new ArrayList<>();

    private FolderView(Path path) {
        this.path = path;
    }

    static FolderView open(Path path) throws IOException {
        FolderView view = new FolderView(path.toRealPath());
        view.index();
        return view;
    }

    @Override
    public String form() {
        return "folder";
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public SortedMap<String, Long> files() {
        return sizes;
    }

    @Override
    public List<Fault> faults() {
        return faults;
    }

    @Override
    public InputStream open(String file) throws IOException {
        return Files.newInputStream(path.resolve(file), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {
        // Each file is closed by who opens it.
    }

    private void index() throws IOException {
        PathRules rules = new PathRules();
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = name(file);
                String flaw = PathRules.flaw(name);
                if (flaw.isEmpty()) {
                    flaw = rules.meet(name);
                }
                if (flaw.isEmpty() && !attributes.isRegularFile()) {
                    flaw = attributes.isSymbolicLink() ? "is a symbolic link" : "is no plain file";
                }
                if (flaw.isEmpty()) {
                    sizes.put(name, attributes.size());
                } else {
                    refuse(name, flaw);
                }
                return goOn();
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                refuse(name(file), "cannot be read: " + failure.getClass().getSimpleName());
                return goOn();
            }
        });
    }

    private FileVisitResult goOn() {
        return sizes.size() > 2 * ManifestJson.MOST_FILES || faults.size() >= 100
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
    }

    private String name(Path file) {
        Path inside = path.relativize(file);
        StringBuilder name = new StringBuilder();
        for (Path segment : inside) {
            name.append(name.length() > 0 ? "/" : "").append(segment);
        }
        return name.toString();
    }

    private void refuse(String name, String flaw) {
        faults.add(new Fault(
                "The folder holds what no bundle has",
                path.toString(),
                PathRules.shown(name) + " " + PathRules.shown(flaw),
                "Remove it, or unpack the bundle again."));
    }
}
