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
import java.util.function.Supplier;
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
    private final byte[] table;
    private final Blocks blocks;
    private final Supplier<CachedReleases> again;
    private final ProjectStatus status;
    private final String[] texts;
    private final Specifiers[] pythons;
    private final int size;
    private final int rows;
    private final Version[] versions;
    private final WheelList[] wheels;
    private CachedReleases replacement;

    /** Keeps a release's wheels; an array of lists cannot be made, one of records can. */
    private record WheelList(List<WheelFile> wheels) {}

    private CachedReleases(PackageName name, String index, CachedPage page, Supplier<CachedReleases> again) {
        this.name = name;
        this.index = index;
        this.table = page.bytes();
        this.blocks = page.blocks();
        this.again = again;
        Cursor in = new Cursor(table, page.table());
        this.status = new ProjectStatus(in.text(), in.text(), urls(in), urls(in));
        this.texts = new String[in.count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        this.pythons = new Specifiers[texts.length];
        this.size = in.fixed();
        this.rows = in.at();
        this.versions = new Version[size];
        this.wheels = new WheelList[size];
    }

    /**
     * Reads a page that the index of that id gave; an unknown name has no releases and no index.
     *
     * @param again reads the page anew, should it prove changed when a release is asked for
     */
    static CachedReleases of(PackageName name, String index, CachedPage page, Supplier<CachedReleases> again) {
        return page.known() ? new CachedReleases(name, index, page, again) : none(name);
    }

    /** Gives the releases of a name that no index knows. */
    static CachedReleases none(PackageName name) {
        CachedPage empty = new PageWriter(name).finish(new Validity(0, 0, "", ""));
        return new CachedReleases(name, "", empty, () -> none(name));
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
            known = Version.parse(row(position).text());
            versions[position] = known;
        }
        return known;
    }

    @Override
    public boolean hasSdist(int position) {
        Cursor in = row(position);
        in.skip();
        return in.take() == 1;
    }

    @Override
    public List<WheelFile> wheels(int position) {
        WheelList known = wheels[position];
        if (known == null) {
            known = new WheelList(read(position));
            wheels[position] = known;
        }
        return known.wheels();
    }

    private List<WheelFile> read(int position) {
        Cursor row = row(position);
        row.skip();
        row.take();
        int count = row.count();
        if (count == 0) {
            return List.of();
        }
        int from = start(position);
        byte[] block = blocks.read(from, (position + 1 < size ? start(position + 1) : blocks.length()) - from);
        if (block == null) {
            return replaced(version(position));
        }
        Cursor in = new Cursor(block, 4);
        List<WheelFile> decoded = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            WheelFile wheel = wheel(in);
            if (wheel != null) {
                decoded.add(wheel);
            }
        }
        return List.copyOf(decoded);
    }

    /** Reads a release from the page as it is now; one that is there no more has no wheels. */
    private List<WheelFile> replaced(Version version) {
        LOG.debug("The page of {} changed while it was read", name);
        CachedReleases now;
        synchronized (this) {
            if (replacement == null) {
                replacement = again.get();
            }
            now = replacement;
        }
        int position = now.position(version);
        return position < 0 ? List.of() : now.wheels(position);
    }

    /** Reads a wheel, always to its end; null where its name is none; its address was proved when it came. */
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
            return new WheelFile(parsed, url, sha256, length, python, yanked, uploaded, metadata, index);
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

    private int start(int position) {
        return new Cursor(table, rows + position * 8 + 4).fixed();
    }

    private Cursor row(int position) {
        return new Cursor(table, rows + size * 8 + new Cursor(table, rows + position * 8).fixed());
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
