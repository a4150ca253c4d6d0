package dev.airgap.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Chooses what an address may be shown: grants by exact origin first, then netrc by host.
 *
 * @param grants what indexes, hubs and file sources brought along; on one origin the longest common path wins, so that
 *     two repositories of one manager keep their own users
 * @param netrc the user's netrc, or {@link Netrc#EMPTY}
 */
public record Credentials(List<Grant> grants, Netrc netrc) {

    public static final Credentials NONE = new Credentials(List.of(), Netrc.EMPTY);

    /**
     * Binds a credential to the place it was given for.
     *
     * @param base its origin decides who may see the credential, its path only which of several fits best
     * @param credential never null
     */
    public record Grant(URI base, Credential credential) {}

    public Credentials {
        grants = List.copyOf(grants);
    }

    /** Finds the credential for an address; netrc's {@code default} is left out where a redirect led here. */
    public Optional<Credential> find(URI url, boolean redirected) {
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
        return best == null ? netrc.find(origin.host(), !redirected) : Optional.of(best.credential());
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
