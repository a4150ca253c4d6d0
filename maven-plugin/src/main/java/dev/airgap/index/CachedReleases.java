package dev.airgap.index;

import dev.airgap.python.PackageName;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Version;
import dev.airgap.python.WheelName;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads releases out of a page's cached form, each only when it is asked for. Safe for several threads: what is decoded
 * twice is equal.
 */
final class CachedReleases implements Releases {

    private static final Logger LOG = LoggerFactory.getLogger(CachedReleases.class);

    private final PackageName name;
    private final String index;
    private final byte[] body;
    private final ProjectStatus status;
    private final String[] texts;
    private final Specifiers[] pythons;
    private final int size;
    private final int rows;
    private final int blocks;
    private final Version[] versions;
    private final WheelList[] wheels;

    /** Keeps a release's wheels; an array of lists cannot be made, one of records can. */
    private record WheelList(List<WheelFile> wheels) {}

    private CachedReleases(PackageName name, String index, byte[] body, int from) {
        this.name = name;
        this.index = index;
        this.body = body;
        Cursor in = new Cursor(body, from);
        this.status = new ProjectStatus(in.text(), in.text(), urls(in), urls(in));
        this.texts = new String[in.count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        this.pythons = new Specifiers[texts.length];
        this.size = in.fixed();
        this.rows = in.at();
        this.blocks = rows + size * 4;
        this.versions = new Version[size];
        this.wheels = new WheelList[size];
    }

    /** Reads a page that the index of that id gave; an unknown name has no releases and no index. */
    static CachedReleases of(PackageName name, String index, CachedPage page) {
        return page.known() ? new CachedReleases(name, index, page.bytes(), page.body()) : none(name);
    }

    /** Gives the releases of a name that no index knows. */
    static CachedReleases none(PackageName name) {
        return new CachedReleases(name, "", new PageWriter(name).finish(), 0);
    }

    /** Tells whether an index knows the name, be it without any release. */
    boolean known() {
        return !index.isEmpty();
    }

    ProjectStatus status() {
        return status;
    }

    @Override
    public PackageName name() {
        return name;
    }

    @Override
    public String index() {
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Version version(int position) {
        Version known = versions[position];
        if (known == null) {
            known = Version.parse(block(position).text());
            versions[position] = known;
        }
        return known;
    }

    @Override
    public boolean hasSdist(int position) {
        Cursor in = block(position);
        in.skip();
        return in.take() == 1;
    }

    @Override
    public List<WheelFile> wheels(int position) {
        WheelList known = wheels[position];
        if (known == null) {
            known = new WheelList(decode(block(position)));
            wheels[position] = known;
        }
        return known.wheels();
    }

    private List<WheelFile> decode(Cursor in) {
        in.skip();
        in.take();
        int count = in.count();
        List<WheelFile> decoded = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            WheelFile wheel = wheel(in);
            if (wheel != null) {
                decoded.add(wheel);
            }
        }
        return List.copyOf(decoded);
    }

    /** Reads a wheel, always to its end; null where its name or address is none. */
    private WheelFile wheel(Cursor in) {
        int flags = in.take();
        String file = in.text();
        int prefix = in.count();
        String rest = in.text();
        String url = prefix == 0 ? rest : texts[prefix - 1] + rest + file;
        Specifiers python = python(in.count());
        String sha256 = (flags & PageWriter.SHA256) == 0 ? "" : in.hex(32);
        long length = (flags & PageWriter.SIZE) == 0 ? -1 : in.number();
        String yanked = (flags & PageWriter.YANKED) == 0 ? null : texts[in.count()];
        String uploaded = (flags & PageWriter.UPLOADED) == 0 ? "" : in.text();
        String metadata = (flags & PageWriter.METADATA) == 0 ? "" : "true";
        if ((flags & PageWriter.METADATA_SHA256) != 0) {
            metadata = "sha256=" + in.hex(32);
        }
        try {
            WheelName parsed = WheelName.parse(file);
            if (!parsed.name().equals(name)) {
                throw new IllegalArgumentException("it is a wheel of " + parsed.name());
            }
            return new WheelFile(parsed, URI.create(url), sha256, length, python, yanked, uploaded, metadata, index);
        } catch (IllegalArgumentException unusable) {
            LOG.debug("Left aside {} of {}: {}", file, index, unusable.getMessage());
            return null;
        }
    }

    /** Gives the Requires-Python of that text; one that is none holds for every version, as pip and uv have it. */
    private Specifiers python(int text) {
        Specifiers known = pythons[text];
        if (known == null) {
            try {
                known = texts[text].isEmpty() ? Specifiers.ANY : Specifiers.parse(texts[text]);
            } catch (IllegalArgumentException broken) {
                LOG.debug("Left aside a Requires-Python of {}: {}", name, broken.getMessage());
                known = Specifiers.ANY;
            }
            pythons[text] = known;
        }
        return known;
    }

    private Cursor block(int position) {
        return new Cursor(body, blocks + new Cursor(body, rows + position * 4).fixed());
    }

    private static List<URI> urls(Cursor in) {
        int count = in.count();
        if (count == 0) {
            return List.of();
        }
        List<URI> urls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            urls.add(URI.create(in.text()));
        }
        return List.copyOf(urls);
    }
}
