package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.PackageName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives the releases of wheels on this machine: a folder of files, a page of links, or a Simple index laid out in
 * folders. It is read anew in every run.
 */
final class FolderShelf implements Shelf {

    private static final Validity ALWAYS = new Validity(0, Long.MAX_VALUE, "", "");

    private final IndexSource source;
    private final Path root;
    private final ApiVersion version;
    private List<Link> links;

    FolderShelf(IndexSource source) {
        this.source = source;
        this.root = Path.of(source.url());
        this.version = new ApiVersion(source);
    }

    @Override
    public IndexSource source() {
        return source;
    }

    @Override
    public CachedReleases atHand(PackageName name) {
        return ask(name);
    }

    @Override
    public CachedReleases ask(PackageName name) {
        try {
            List<Link> found = source.flat() ? flat() : simple(name);
            CachedPage page = LinkPage.part(name, found, ALWAYS);
            return CachedReleases.of(name, source.id(), page, () -> CachedReleases.none(name));
        } catch (IOException unreadable) {
            throw new FaultException(
                    Fault.of("Index '" + source.id() + "' cannot be read")
                            .at(root.toString())
                            .because(unreadable.getClass().getSimpleName() + ": " + unreadable.getMessage())
                            .advise("Correct the address; a folder of wheels, an HTML page of links or a Simple index"
                                    + " in folders may stand there"),
                    unreadable);
        }
    }

    private synchronized List<Link> flat() throws IOException {
        if (links == null) {
            links = Files.isDirectory(root) ? files(root) : page(root);
        }
        return links;
    }

    private List<Link> simple(PackageName name) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("no such folder");
        }
        Path folder = root.resolve(name.value());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Path page = folder.resolve("index.html");
        return Files.isRegularFile(page) ? page(page) : files(folder);
    }

    private List<Link> page(Path file) throws IOException {
        List<Link> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            HtmlPage.read(in, file.toUri(), version, found::add);
        }
        return found;
    }

    private static List<Link> files(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            List<Link> found = new ArrayList<>();
            for (Path file : listed.sorted().toList()) {
                String name = Address.safe(file.getFileName().toString());
                if (name != null && Files.isRegularFile(file)) {
                    String url = file.toUri().toString();
                    found.add(new Link(name, url, "", Files.size(file), "", null, "", ""));
                }
            }
            return found;
        }
    }
}
