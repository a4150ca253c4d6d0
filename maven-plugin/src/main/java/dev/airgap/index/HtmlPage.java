package dev.airgap.index;

import dev.airgap.http.SafeUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a project page, or a page of links, in HTML (PEP 503, 592, 629, 658, 708, 714, 792). */
final class HtmlPage {

    private static final Logger LOG = LoggerFactory.getLogger(HtmlPage.class);

    private final ApiVersion version;
    private final Consumer<Link> files;
    private final Address address;
    private final List<URI> tracks = new ArrayList<>();
    private final List<URI> alternates = new ArrayList<>();
    private String status = "";
    private String reason = "";
    private boolean based;

    private HtmlPage(URI url, ApiVersion version, Consumer<Link> files) {
        this.version = version;
        this.files = files;
        this.address = new Address(url);
    }

    /**
     * Reads a page to its end; one that ends inside a tag was cut. HTML that ends between two tags can't be told.
     *
     * @param url the address that answered, which relative links start from
     * @param files takes every link whose address ends with a file name
     */
    static ProjectStatus read(InputStream in, URI url, ApiVersion version, Consumer<Link> files) throws IOException {
        HtmlPage page = new HtmlPage(url, version, files);
        HtmlScanner scanner = new HtmlScanner(in);
        for (String tag = scanner.next(); tag != null; tag = scanner.next()) {
            if (tag.equals("a")) {
                page.anchor(scanner);
            } else if (tag.equals("meta")) {
                page.meta(scanner);
            } else {
                page.base(scanner);
            }
        }
        if (scanner.cut()) {
            throw new PageException("the page ends in the middle of a tag");
        }
        if (!page.address.downgraded().isEmpty()) {
            LOG.warn("{}: {}", SafeUrl.text(url), page.address.downgraded());
        }
        return new ProjectStatus(page.status, page.reason, List.copyOf(page.tracks), List.copyOf(page.alternates));
    }

    private void anchor(HtmlScanner tag) {
        String href = tag.attribute("href");
        String url = href == null ? null : address.resolve(href);
        String file = url == null ? null : Address.fileName(url);
        if (file == null) {
            return;
        }
        files.accept(new Link(
                file,
                url,
                Address.fragment(href, "sha256"),
                -1,
                orEmpty(tag.attribute("data-requires-python")).strip(),
                tag.attribute("data-yanked"),
                orEmpty(tag.attribute("data-upload-time")),
                metadata(tag)));
    }

    /** Reads PEP 714's name for PEP 658's attribute, and the older one only where that is missing. */
    private static String metadata(HtmlScanner tag) {
        String named = tag.attribute("data-core-metadata");
        return orEmpty(named != null ? named : tag.attribute("data-dist-info-metadata"));
    }

    private void meta(HtmlScanner tag) {
        String name = orEmpty(tag.attribute("name")).toLowerCase(Locale.ROOT);
        if (!name.startsWith("pypi:")) {
            return;
        }
        String content = orEmpty(tag.attribute("content"));
        switch (name) {
            case "pypi:repository-version" -> version.check(content);
            case "pypi:project-status" -> status = Link.plain(content);
            case "pypi:project-status-reason" -> reason = Link.plain(content);
            case "pypi:tracks" -> keep(content, tracks);
            case "pypi:alternate-locations" -> keep(content, alternates);
            default -> {}
        }
    }

    private void keep(String href, List<URI> urls) {
        String url = address.resolve(href);
        if (url != null) {
            urls.add(URI.create(url));
        }
    }

    /** Applies the first base that has an address; later ones mean nothing (HTML, the base element). */
    private void base(HtmlScanner tag) {
        String href = tag.attribute("href");
        if (href != null && !based) {
            based = true;
            address.rebase(href);
        }
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
