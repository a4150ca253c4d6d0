package dev.airgap.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses what an address may be shown: grants by exact origin first, then netrc by host.
 *
 * @param grants what indexes, hubs and file sources brought along; on one origin the longest common path wins, so that
 *     two repositories of one manager keep their own users
 * @param netrc the user's netrc, or {@link Netrc#EMPTY}
 * @param configured origins that the user named: indexes, hubs, mirrors, files. They alone see the {@code default} entry of
 *     netrc: pages and redirects lead anywhere, and whoever writes one would be shown a password of some other host
 */
public record Credentials(List<Grant> grants, Netrc netrc, Set<Origin> configured) {

    public static final Credentials NONE = new Credentials(List.of(), Netrc.EMPTY, Set.of());

    /**
     * Binds a credential to the place it was given for.
     *
     * @param base its origin decides who may see the credential, its path only which of several fits best
     * @param credential empty where there are headers alone
     * @param headers what is sent beside: GitLab's {@code Private-Token}, Artifactory's {@code X-JFrog-Art-Api}; an
     *     Authorization among them wins
     */
    public record Grant(URI base, Optional<Credential> credential, Map<String, String> headers) {

        public Grant {
            headers = Map.copyOf(headers);
            headers.forEach((name, value) -> {
                // The value is left out of the message: it is a secret.
                if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !value.matches("[\\t\\x20-\\x7e]*")) {
                    throw new IllegalArgumentException(
                            "the header \"" + SafeUrl.printable(name) + "\" has a name or a value that can't be sent");
                }
            });
        }

        public Grant(URI base, Credential credential) {
            this(base, Optional.of(credential), Map.of());
        }

        /** Shows none of the values. */
        @Override
        public String toString() {
            return "Grant[" + SafeUrl.text(base) + ", " + credential + ", " + headers.keySet() + "]";
        }
    }

    public Credentials {
        grants = List.copyOf(grants);
        configured = Set.copyOf(configured);
    }

    /** Lists the headers that prove to an address who asks; empty where nothing may be shown to it. */
    Map<String, String> headers(URI url) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        find(url).ifPresent(credential -> headers.put("Authorization", credential.header()));
        best(url).ifPresent(grant -> headers.putAll(grant.headers()));
        return headers;
    }

    /** Finds the credential for an address. */
    public Optional<Credential> find(URI url) {
        Origin origin = Origin.of(url);
        return best(url).flatMap(Grant::credential).or(() -> netrc.find(origin.host(), configured.contains(origin)));
    }

    private Optional<Grant> best(URI url) {
        Origin origin = Origin.of(url);
        Grant best = null;
        int depth = -1;
        for (Grant grant : grants) {
            if (!Origin.of(grant.base()).equals(origin)) {
                continue;
            }
            int common = common(grant.base().getPath(), url.getPath());
            if (common > depth) {
                depth = common;
                best = grant;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Counts the leading path segments that two paths share. */
    private static int common(String left, String right) {
        if (left == null || right == null) {
            return 0;
        }
        int segments = 0;
        for (int i = 0; i < left.length() || i < right.length(); i++) {
            boolean leftEnds = i >= left.length();
            boolean rightEnds = i >= right.length();
            if (leftEnds || rightEnds) {
                char other = leftEnds ? right.charAt(i) : left.charAt(i);
                return other == '/' ? segments + 1 : segments;
            }
            if (left.charAt(i) != right.charAt(i)) {
                return segments;
            }
            if (left.charAt(i) == '/') {
                segments++;
            }
        }
        return segments + 1;
    }
}
