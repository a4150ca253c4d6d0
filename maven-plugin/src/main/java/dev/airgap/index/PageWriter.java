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

    /** Ends the page and gives the body of its cached form, as {@link CachedReleases} reads it. */
    byte[] finish() {
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
            wheels += draft.wheels.length() + 64;
        }
        Growing rows = new Growing(sorted.size() * 16 + 16);
        Growing blocks = new Growing(wheels + 256);
        int releases = 0;
        for (int i = 0; i < sorted.size(); releases++) {
            int same = i + 1;
            while (same < sorted.size() && sorted.get(same).version.compareTo(sorted.get(i).version) == 0) {
                same++;
            }
            rows.fixed(blocks.length());
            block(sorted.subList(i, same), blocks);
            i = same;
        }
        Growing body = new Growing(rows.length() + blocks.length() + 1024);
        writeStatus(body);
        body.number(pool.size());
        for (String text : pool) {
            body.text(text);
        }
        body.fixed(releases);
        body.put(rows.array(), 0, rows.length());
        body.put(blocks.array(), 0, blocks.length());
        return body.toBytes();
    }

    /** Joins the spellings of one version (1.0 and 1.0.0): for PEP 440 they are one release. */
    private static void block(List<Draft> spellings, Growing out) {
        int count = 0;
        boolean sdist = false;
        for (Draft draft : spellings) {
            count += draft.count;
            sdist |= draft.sdist;
        }
        out.text(spellings.get(0).raw);
        out.put(sdist ? 1 : 0);
        out.number(count);
        for (Draft draft : spellings) {
            out.put(draft.wheels.array(), 0, draft.wheels.length());
        }
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
