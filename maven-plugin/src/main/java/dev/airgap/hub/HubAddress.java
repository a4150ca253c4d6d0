package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Builds a hub's addresses; each one starts with the configured base, whatever an answer says. */
final class HubAddress {

    private final String base;

    /** Takes the base as configured; a path before the hub's own, as repository managers have it, is kept. */
    HubAddress(URI base) {
        boolean good = base.getHost() != null
                && ("https".equals(base.getScheme()) || "http".equals(base.getScheme()))
                && base.getRawUserInfo() == null
                && base.getRawQuery() == null
                && base.getRawFragment() == null;
        if (!good) {
            throw new FaultException(new Fault(
                    "The address of the hub must be http or https, with a host and without user, query or fragment",
                    SafeUrl.text(base),
                    "",
                    "correct the <url> of the <hub>; credentials belong in settings.xml"));
        }
        String text = base.toString();
        int end = text.length();
        while (text.charAt(end - 1) == '/') {
            end--;
        }
        this.base = text.substring(0, end);
    }

    private String api(ModelRequest request) {
        return base + "/api/" + request.type() + "s/" + quoted(request.repo(), true);
    }

    /** Gives what tells of a repository at its default branch. */
    URI info(ModelRequest request) {
        return URI.create(api(request));
    }

    /** Gives what tells of a repository at a revision. */
    URI revision(ModelRequest request, String revision) {
        return URI.create(api(request) + "/revision/" + quoted(revision, false));
    }

    /** Gives what lists names, and sizes and hashes where the server knows that call. */
    URI siblings(ModelRequest request, String commit) {
        return URI.create(api(request) + "/revision/" + commit + "?blobs=true");
    }

    URI refs(ModelRequest request) {
        return URI.create(api(request) + "/refs");
    }

    /** Gives a page of the listing of a commit. */
    URI tree(ModelRequest request, String commit, String query) {
        return URI.create(api(request) + "/tree/" + commit + "?" + query);
    }

    /** Gives where a file is fetched. */
    URI resolve(String type, String repo, String revision, String path) {
        String kind = type.equals("dataset") ? "datasets/" : "";
        return URI.create(base + "/" + kind + quoted(repo, true) + "/resolve/" + quoted(revision, false) + "/"
                + quoted(path, true));
    }

    /** Gives the page where people read about a repository and accept its licence. */
    String page(ModelRequest request) {
        return base + "/" + (request.isDataset() ? "datasets/" : "") + request.repo();
    }

    /** Quotes as Python's {@code urllib.parse.quote}, since servers compare revisions quoted so. */
    static String quoted(String text, boolean slashes) {
        StringBuilder quoted = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "_.-~".indexOf(c) >= 0
                    || (slashes && c == '/');
            if (plain) {
                quoted.append((char) c);
            } else {
                quoted.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return quoted.toString();
    }

    @Override
    public String toString() {
        return base;
    }
}
