package dev.airgap.index;

import dev.airgap.python.PackageName;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Names a place that lists wheels.
 *
 * <p>An index with {@code packages} is fenced: it is asked for the names that match alone, and those names are asked
 * nowhere else, not even where it does not know them. So a name that was given to one index can never come from
 * another by accident (dependency confusion).
 *
 * @param id as the POM names it; goes into the lock
 * @param url http, https or file; no user info, no fragment
 * @param packages names or globs with {@code *} and {@code ?}; empty where the index is for all
 * @param declared the address by which others know it, where a mirror answers for it; else the same as url
 * @param flat whether it is one page or folder with the links of all packages (pip's find-links), not a Simple index
 */
public record IndexSource(String id, URI url, URI declared, List<String> packages, boolean flat) {

    /** Stands in the lock where a package came from an address of its own, and from no index. */
    public static final String DIRECT = "direct";

    /** Gives the id by which people can configure where a wheel comes from; empty where it has an address of its own. */
    public static String configured(String index) {
        return index.equals(DIRECT) ? "" : index;
    }

    public IndexSource {
        packages = packages.stream()
                .map(glob ->
                        glob.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-'))
                .filter(glob -> !glob.isEmpty())
                .toList();
    }

    /** Names an index that no mirror stands for. */
    public IndexSource(String id, URI url, List<String> packages, boolean flat) {
        this(id, url, url, packages, flat);
    }

    /** Names a Simple index (PEP 503, 691) for all packages. */
    public static IndexSource simple(String id, URI url) {
        return new IndexSource(id, url, List.of(), false);
    }

    /** Names a folder or a page of links (pip's find-links) for all packages. */
    public static IndexSource links(String id, URI url) {
        return new IndexSource(id, url, List.of(), true);
    }

    boolean fenced() {
        return !packages.isEmpty();
    }

    boolean claims(PackageName name) {
        for (String glob : packages) {
            if (matches(glob, name.value())) {
                return true;
            }
        }
        return false;
    }

    boolean isLocal() {
        return "file".equalsIgnoreCase(url.getScheme());
    }

    /** Gives the address of a package's page; PEP 503 wants the slash at its end. */
    URI page(PackageName name) {
        return page(url, name);
    }

    private static URI page(URI root, PackageName name) {
        String base = root.toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + name.value() + "/");
    }

    /** Tells whether an address is that of the package's page here, at the index itself or at its mirror. */
    boolean isPage(URI address, PackageName name) {
        String other = comparable(address);
        return other.equals(comparable(page(url, name))) || other.equals(comparable(page(declared, name)));
    }

    /** Writes an address so that equal ones are equal texts (RFC 3986, normalization), a name at its end as PEP 503 has it. */
    static String comparable(URI address) {
        URI plain = address.normalize();
        String scheme = String.valueOf(plain.getScheme()).toLowerCase(Locale.ROOT);
        String path = plain.getPath() == null ? "" : plain.getPath().replaceFirst("/+$", "");
        int slash = path.lastIndexOf('/');
        String last = path.substring(slash + 1).toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
        int port =
                plain.getPort() >= 0 ? plain.getPort() : scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
        return scheme + "://" + String.valueOf(plain.getHost()).toLowerCase(Locale.ROOT) + ":" + port
                + path.substring(0, slash + 1) + last;
    }

    private static boolean matches(String glob, String name) {
        int star = -1;
        int retry = 0;
        int place = 0;
        int position = 0;
        while (position < name.length()) {
            char wanted = place < glob.length() ? glob.charAt(place) : 0;
            if (wanted == '*') {
                star = place++;
                retry = position;
            } else if (wanted == '?' || wanted == name.charAt(position)) {
                place++;
                position++;
            } else if (star >= 0) {
                place = star + 1;
                position = ++retry;
            } else {
                return false;
            }
        }
        while (place < glob.length() && glob.charAt(place) == '*') {
            place++;
        }
        return place == glob.length();
    }
}
