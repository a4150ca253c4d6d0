package dev.airgap.index;

import dev.airgap.python.PackageName;
import dev.airgap.python.Version;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the files of a page into the cached form while the page streams: wheels gathered by release, releases ascending.
 * A file name is cut no further than its version here; the rest waits until somebody asks for the release.
 */
final class PageWriter {

    /** How a wheel's record says what it has. */
    static final int SHA256 = 1;

    static final int SIZE = 2;
    static final int YANKED = 4;
    static final int UPLOADED = 8;
    static final int METADATA = 16;
    static final int METADATA_SHA256 = 32;

    private static final Logger LOG = LoggerFactory.getLogger(PageWriter.class);
    private static final String[] SDISTS = {".tar.gz", ".zip", ".tgz", ".tar.bz2"};

    private final PackageName name;
    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final List<String> pool = new ArrayList<>();
    private String spelling = "";
    private ProjectStatus status = ProjectStatus.UNKNOWN;

    /** Gathers what belongs to one version as it is spelt. */
    private static final class Draft {
        final String raw;
        final Growing wheels = new Growing(512);
        Version version;
        int count;
        boolean sdist;

        Draft(String raw) {
            this.raw = raw;
        }
    }

    PageWriter(PackageName name) {
        this.name = name;
    }

    void status(ProjectStatus said) {
        status = said;
    }

    boolean isEmpty() {
        return drafts.isEmpty();
    }

    /** Takes a file; what is neither a wheel nor an sdist of this package is left aside. */
    void add(Link link) {
        String file = link.fileName();
        if (file.endsWith(".whl")) {
            int dash = file.indexOf('-');
            int next = dash < 0 ? -1 : file.indexOf('-', dash + 1);
            if (next > 0 && isOurs(file, dash)) {
                Draft draft = draft(file.substring(dash + 1, next));
                draft.count++;
                write(draft.wheels, link);
            } else {
                LOG.debug("Left aside {} on the page of {}: no wheel of it", file, name);
            }
            return;
        }
        String version = sdistVersion(file);
        if (version != null) {
            draft(version).sdist = true;
        }
    }

    private Draft draft(String version) {
        return drafts.computeIfAbsent(version, Draft::new);
    }

    private boolean isOurs(String file, int dash) {
        if (dash == spelling.length() && file.startsWith(spelling)) {
            return true;
        }
        if (isNormalised(file, dash)) {
            spelling = file.substring(0, dash);
            return true;
        }
        return false;
    }

    /** Tells whether the file name's start is this package's name once normalised (PEP 503). */
    private boolean isNormalised(String file, int length) {
        String wanted = name.value();
        int place = 0;
        int i = 0;
        while (i < length && place < wanted.length()) {
            char c = file.charAt(i);
            if (c == '-' || c == '_' || c == '.') {
                while (i < length && (file.charAt(i) == '-' || file.charAt(i) == '_' || file.charAt(i) == '.')) {
                    i++;
                }
                c = '-';
            } else {
                i++;
                c = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            }
            if (c != wanted.charAt(place++)) {
                return false;
            }
        }
        return i == length && place == wanted.length();
    }

    /** Gives the version of an sdist; older names hold dashes of their own, so every dash may be the one. */
    private String sdistVersion(String file) {
        for (String suffix : SDISTS) {
            if (file.endsWith(suffix)) {
                int stop = file.length() - suffix.length();
                for (int dash = file.indexOf('-'); dash > 0 && dash + 1 < stop; dash = file.indexOf('-', dash + 1)) {
                    if (isNormalised(file, dash)) {
                        return file.substring(dash + 1, stop);
                    }
                }
            }
        }
        return null;
    }

    private void write(Growing out, Link link) {
        String file = link.fileName();
        String url = link.url();
        int flags = (link.sha256().isEmpty() ? 0 : SHA256)
                | (link.size() < 0 ? 0 : SIZE)
                | (link.yanked() == null ? 0 : YANKED)
                | (link.uploaded().isEmpty() ? 0 : UPLOADED)
                | (link.metadata().isEmpty() ? 0 : METADATA)
                | (link.metadata().length() > 7 ? METADATA_SHA256 : 0);
        out.put(flags);
        out.text(file);
        int start = url.indexOf('/', url.indexOf("//") + 2);
        int prefix = start < 0 ? -1 : url.indexOf('/', start + 1);
        if (prefix > 0 && prefix < url.length() - file.length() && url.endsWith(file)) {
            out.number(1 + text(url.substring(0, prefix + 1)));
            out.text(url.substring(prefix + 1, url.length() - file.length()));
        } else {
            out.number(0);
            out.text(url);
        }
        out.number(text(link.requiresPython()));
        if (!link.sha256().isEmpty()) {
            out.hex(link.sha256());
        }
        if (link.size() >= 0) {
            out.number(link.size());
        }
        if (link.yanked() != null) {
            out.number(text(link.yanked()));
        }
        if (!link.uploaded().isEmpty()) {
            out.text(link.uploaded());
        }
        if (link.metadata().length() > 7) {
            out.hex(link.metadata().substring(7));
        }
    }

    private int text(String value) {
        Integer known = texts.get(value);
        if (known == null) {
            known = pool.size();
            pool.add(value);
            texts.put(value, known);
        }
        return known;
    }

    /** Ends the page and gives its cached form, as {@link CachedReleases} reads it. */
    CachedPage finish(Validity validity) {
        List<Draft> sorted = new ArrayList<>(drafts.size());
        for (Draft draft : drafts.values()) {
            draft.version = Version.parseOrNull(draft.raw);
            if (draft.version != null) {
                sorted.add(draft);
            } else {
                LOG.debug("Left aside {} {}: no version as PEP 440 has it", name, draft.raw);
            }
        }
        sorted.sort((one, other) -> {
            int order = one.version.compareTo(other.version);
            return order != 0 ? order : one.raw.compareTo(other.raw);
        });
        int wheels = 0;
        for (Draft draft : sorted) {
            wheels += draft.wheels.length() + 4;
        }
        Growing rows = new Growing(sorted.size() * 8 + 16);
        Growing texts = new Growing(sorted.size() * 12 + 16);
        Growing blocks = new Growing(wheels + 16);
        int releases = 0;
        for (int i = 0; i < sorted.size(); releases++) {
            int same = i + 1;
            while (same < sorted.size() && sorted.get(same).version.compareTo(sorted.get(i).version) == 0) {
                same++;
            }
            rows.fixed(texts.length());
            rows.fixed(blocks.length());
            release(sorted.subList(i, same), texts, blocks);
            i = same;
        }
        Growing table = new Growing(rows.length() + texts.length() + 1024);
        writeStatus(table);
        table.number(pool.size());
        for (String text : pool) {
            table.text(text);
        }
        table.fixed(releases);
        table.put(rows.array(), 0, rows.length());
        table.put(texts.array(), 0, texts.length());
        return new CachedPage(validity, true, table.toBytes(), 0, table.length(), new Blocks.Held(blocks.toBytes(), 0));
    }

    /** Joins the spellings of one version (1.0 and 1.0.0): for PEP 440 they are one release. */
    private static void release(List<Draft> spellings, Growing texts, Growing blocks) {
        int count = 0;
        int length = 0;
        boolean sdist = false;
        for (Draft draft : spellings) {
            count += draft.count;
            length += draft.wheels.length();
            sdist |= draft.sdist;
        }
        texts.text(spellings.get(0).raw);
        texts.put(sdist ? 1 : 0);
        texts.number(count);
        Growing block = new Growing(length + 1);
        for (Draft draft : spellings) {
            block.put(draft.wheels.array(), 0, draft.wheels.length());
        }
        blocks.fixed(Blocks.sum(block.array(), 0, length));
        blocks.put(block.array(), 0, length);
    }

    private void writeStatus(Growing out) {
        out.text(status.status());
        out.text(status.reason());
        writeAll(out, status.tracks());
        writeAll(out, status.alternates());
    }

    private static void writeAll(Growing out, List<URI> urls) {
        out.number(urls.size());
        for (URI url : urls) {
            out.text(url.toString());
        }
    }
}
