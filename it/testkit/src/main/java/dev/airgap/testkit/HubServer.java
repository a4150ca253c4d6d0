package dev.airgap.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks a model hub's HTTP contract: info, tree, paths-info, refs and resolve, with a second origin for LFS files.
 * Proxies' quirks are made by {@link Trouble} on {@link #server()}: a tree that answers 400, a lost X-Repo-Commit.
 */
public final class HubServer implements AutoCloseable {
    private static final Set<String> KINDS = Set.of("models", "datasets", "spaces");

    private final LoopbackServer server;
    private final LoopbackServer cdn;
    private final HubApi api = new HubApi(this);
    private final Map<String, HubRepo> repos = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<String> letIn = ConcurrentHashMap.newKeySet();
    private volatile int pageSize = 1000;
    private volatile boolean resolveCache = true;
    private volatile boolean xet = true;
    private volatile String linkOrigin;
    private volatile boolean endless;

    private HubServer(LoopbackServer server, LoopbackServer cdn) {
        this.server = server;
        this.cdn = cdn;
        server.route("/*", request -> answer(request));
        cdn.route("/repos/*", this::blob);
    }

    /** Starts an empty hub on plain HTTP. */
    public static HubServer start() {
        return new HubServer(LoopbackServer.start(), LoopbackServer.start());
    }

    /** Starts an empty hub at a port; its LFS files come from a port that is free. */
    public static HubServer start(int port) {
        return new HubServer(LoopbackServer.start(port), LoopbackServer.start());
    }

    /** Starts an empty hub on HTTPS. */
    public static HubServer start(Certificates certificates) {
        return new HubServer(LoopbackServer.start(certificates), LoopbackServer.start(certificates));
    }

    /** Gives what HF_ENDPOINT wants. */
    public String endpoint() {
        return server.origin();
    }

    public LoopbackServer server() {
        return server;
    }

    /** Gives the server that LFS files come from. */
    public LoopbackServer cdn() {
        return cdn;
    }

    public HubServer add(HubRepo repo) {
        repo.sha();
        repos.put(repo.type() + "s/" + repo.id(), repo);
        return this;
    }

    /** Accepts a token; without any, every token is refused and none is needed for open repositories. */
    public HubServer token(String token) {
        tokens.add("Bearer " + token);
        return this;
    }

    /** Accepts a token that may also read gated repositories. */
    public HubServer tokenForGated(String token) {
        letIn.add("Bearer " + token);
        return token(token);
    }

    /** Cuts tree listings into pages of so many entries. */
    public HubServer pageSize(int entries) {
        this.pageSize = entries;
        return this;
    }

    /** Answers plain files at once instead of sending the client to /api/resolve-cache first. */
    public HubServer withoutResolveCache() {
        this.resolveCache = false;
        return this;
    }

    /** Leaves the Xet headers out. */
    public HubServer withoutXet() {
        this.xet = false;
        return this;
    }

    /** Lets the Link to a next page name another origin, as a mirror does that passes it on unread. */
    public HubServer linkOrigin(String origin) {
        this.linkOrigin = origin;
        return this;
    }

    /** Lets every page of a tree name a next one, each by a cursor of its own; behind the last file they are empty. */
    public HubServer endlessTree() {
        this.endless = true;
        return this;
    }

    /** Gives the answer of a hub that was asked too often. */
    public static Answer rateLimited(int seconds) {
        return Answer.of(429, "{\"error\":\"We had to rate limit you\"}")
                .with("Content-Type", "application/json")
                .with("RateLimit", "\"api\";r=0;t=" + seconds)
                .with("RateLimit-Policy", "\"fixed window\";\"api\";q=500;w=300");
    }

    int pageSize() {
        return pageSize;
    }

    boolean isEndless() {
        return endless;
    }

    String linkOrigin() {
        return linkOrigin == null ? endpoint() : linkOrigin;
    }

    private Answer answer(Request request) {
        Answer answer = routed(request);
        return answer == null
                ? null
                : answer.with("RateLimit", "\"api\";r=985;t=9").with("X-Request-Id", "Root=1-loopback");
    }

    private Answer routed(Request request) {
        String[] parts = request.path().substring(1).split("/", 3);
        if (parts.length == 3 && parts[0].equals("api") && parts[1].equals("resolve-cache")) {
            String[] rest = parts[2].split("/", 2);
            return rest.length < 2 ? null : located(request, rest[0], rest[1], "/", Use.CACHED);
        }
        if (parts.length == 3 && parts[0].equals("api") && KINDS.contains(parts[1])) {
            return located(request, parts[1], parts[2], "/", Use.API);
        }
        if (parts.length == 3 && (parts[0].equals("datasets") || parts[0].equals("spaces"))) {
            return located(request, parts[0], parts[1] + "/" + parts[2], "/resolve/", Use.RESOLVE);
        }
        return located(request, "models", request.path().substring(1), "/resolve/", Use.RESOLVE);
    }

    private enum Use {
        API,
        RESOLVE,
        CACHED
    }

    /** Finds the repository whose id the path begins with, and checks that the asker may see it. */
    private Answer located(Request request, String kind, String rest, String separator, Use use) {
        String authorization = request.header("Authorization").orElse("");
        if (!authorization.isEmpty() && !tokens.contains(authorization)) {
            return HubErrors.badToken();
        }
        HubRepo repo = null;
        String after = "";
        for (HubRepo candidate : repos.values()) {
            boolean same = kind.equals(candidate.type() + "s");
            if (same && rest.equals(candidate.id())) {
                repo = candidate;
            } else if (same && rest.startsWith(candidate.id() + separator)) {
                repo = candidate;
                after = rest.substring(candidate.id().length() + separator.length());
            }
        }
        if (repo == null || repo.isHidden() && authorization.isEmpty()) {
            return authorization.isEmpty() ? HubErrors.missingOrPrivate() : HubErrors.noRepo();
        }
        if (use == Use.API) {
            return api.answer(request, repo, after);
        }
        return resolve(repo, after, authorization, use == Use.CACHED);
    }

    private Answer resolve(HubRepo repo, String rest, String authorization, boolean cached) {
        if (repo.isGated() && !letIn.contains(authorization)) {
            return HubErrors.gated(repo.id(), authorization.isEmpty());
        }
        HubRepo.Place place = repo.place(rest);
        if (place == null) {
            return HubErrors.noRevision(rest);
        }
        HubFile file = place.commit().files().get(place.path());
        String sha = place.commit().sha();
        if (file == null) {
            return HubErrors.noEntry(place.path()).with("X-Repo-Commit", sha);
        }
        if (file.isLfs()) {
            Answer answer = Answer.redirect(
                            302,
                            cdn.url("/repos/" + repo.type() + "s/" + Paths.encode(repo.id()) + "/" + file.sha256()
                                    + "?response-content-disposition=attachment&Signature=loopback"))
                    .with("X-Repo-Commit", sha)
                    .with("X-Linked-Size", Long.toString(file.content().length()))
                    .with("X-Linked-ETag", '"' + file.sha256() + '"')
                    .with("Accept-Ranges", "bytes");
            return xet
                    ? answer.with("X-Xet-Hash", Hashes.sha256(file.sha256().getBytes(StandardCharsets.US_ASCII)))
                    : answer;
        }
        if (resolveCache && !cached) {
            // Relative on purpose: clients follow relative redirects with their token, absolute ones without.
            String path = "/api/resolve-cache/" + repo.type() + "s/" + repo.id() + "/" + sha + "/" + place.path();
            return Answer.redirect(307, URI.create(Paths.encode(path)))
                    .with("X-Repo-Commit", sha)
                    .with("X-Linked-Size", Long.toString(file.content().length()))
                    .with("X-Linked-ETag", '"' + file.oid() + '"');
        }
        return Answer.of(200, file.content())
                .with("Content-Type", "text/plain; charset=utf-8")
                .with("X-Repo-Commit", sha)
                .with("Content-Disposition", "inline")
                .withEtag(file.oid())
                .gzipped();
    }

    private Answer blob(Request request) {
        if (request.header("Authorization").isPresent()) {
            return Answer.of(400, "Only one auth mechanism allowed\n");
        }
        String sha256 = request.path().substring(request.path().lastIndexOf('/') + 1);
        for (HubRepo repo : List.copyOf(repos.values())) {
            HubFile file = repo.blob(sha256);
            if (file != null) {
                return Answer.of(200, file.content())
                        .with("Content-Type", "binary/octet-stream")
                        .with("Last-Modified", "Tue, 01 Jan 2019 00:00:00 GMT")
                        .withEtag("cdn-" + sha256.substring(0, 28));
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.close();
        cdn.close();
    }
}
