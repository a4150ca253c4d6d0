package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the files of a commit: by its tree, or, behind servers that do not know that call, by the names of the
 * repository's description.
 */
final class Listing {

    /** Datasets of more files exist; they are not what a bundle is made of. */
    static final int MOST_FILES = 100_000;

    /** The Hub lists a thousand files a page; a server with a quarter of that is still heard to the end. */
    static final int MOST_PAGES = 4 * MOST_FILES / 1000;

    private final HubClient client;
    private final HubFaults faults;

    Listing(HubClient client) {
        this.client = client;
        this.faults = new HubFaults(client);
    }

    /**
     * Lists a commit, in the order of the hub.
     *
     * @param notes takes a sentence where a call was not answered as the Hub does
     */
    List<PlannedFile> read(ModelRequest request, String commit, List<String> notes) {
        List<PlannedFile> files = new ArrayList<>();
        String quirk = tree(request, commit, files);
        if (!quirk.isEmpty()) {
            files.clear();
            siblings(request, commit, quirk, files);
            notes.add(quirk + "; the names of " + request.shown() + " come from its description instead");
        }
        return files;
    }

    /** Reads the tree page by page; gives a sentence where the server does not know that call. */
    private String tree(ModelRequest request, String commit, List<PlannedFile> files) {
        String query = "recursive=true&expand=false";
        Set<String> queries = new HashSet<>();
        Set<String> paths = new HashSet<>();
        while (queries.add(query)) {
            if (queries.size() > MOST_PAGES) {
                throw endless(request);
            }
            int before = files.size();
            try (Reply reply = client.get(client.address().tree(request, commit, query))) {
                int status = reply.status();
                boolean unknown = status >= 400 && status < 500 && status != 407 && status != 429;
                if (unknown && !HubFaults.isFinal(reply)) {
                    return "the server at " + client.address() + " answers " + status + " where a tree is asked for";
                }
                if (status != 200) {
                    throw new FaultException(faults.of(reply, request));
                }
                client.requireCommit(reply, request, commit);
                boolean list = client.read(reply, json -> FileEntries.tree(json, files));
                if (!list) {
                    return "the server at " + client.address() + " answers with no list where a tree is asked for";
                }
                requireLimit(files, request);
                if (!files.subList(before, files.size()).stream().allMatch(file -> paths.add(file.path()))) {
                    return circle();
                }
                Optional<String> next = next(reply);
                if (next.isEmpty()) {
                    return "";
                }
                query = next.get();
            }
        }
        return circle();
    }

    /** Tells of a mirror that keeps the first page for every one of them. */
    private String circle() {
        return "the server at " + client.address() + " answers with the same page of a tree again and again";
    }

    private FaultException endless(ModelRequest request) {
        return new FaultException(new Fault(
                "The hub " + client.id() + " lists " + request.shown() + " without end: after " + MOST_PAGES
                        + " pages it names a next one",
                request.where().isEmpty() ? client.address().toString() : request.where(),
                "the server is " + client.address(),
                "Tell those who run the server, or name another by <hubs>"));
    }

    /**
     * Reads the way to the next page (RFC 8288). Only its query is used, on the address that was asked before: a mirror
     * passes on links to the hub behind it, and no answer may send us, or a token, anywhere else.
     */
    static Optional<String> next(Reply reply) {
        String header = reply.header("Link").orElse("");
        int at = 0;
        while (at < header.length()) {
            int open = header.indexOf('<', at);
            int close = header.indexOf('>', Math.max(open, 0));
            if (open < 0 || close < 0) {
                return Optional.empty();
            }
            int end = header.indexOf('<', close);
            String parameters = header.substring(close + 1, end < 0 ? header.length() : end);
            if (isNext(parameters)) {
                return query(header.substring(open + 1, close));
            }
            at = end < 0 ? header.length() : end;
        }
        return Optional.empty();
    }

    private static boolean isNext(String parameters) {
        String lower = Names.lower(parameters).replace(" ", "");
        return lower.contains("rel=\"next\"") || lower.contains("rel=next");
    }

    private static Optional<String> query(String link) {
        try {
            return Optional.ofNullable(URI.create(link.strip()).getRawQuery());
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    new Fault(
                            "A page of the hub's listing names a next one that is no address",
                            SafeUrl.printable(link),
                            "",
                            "tell those who run the hub"),
                    e);
        }
    }

    /** Reads the description's names, with sizes and hashes where the server gives them. */
    private void siblings(ModelRequest request, String commit, String quirk, List<PlannedFile> files) {
        try (Reply reply = description(request, commit)) {
            if (reply.status() != 200) {
                throw new FaultException(faults.noListing(faults.of(reply, request), quirk));
            }
            client.requireCommit(reply, request, commit);
            String sha = client.read(reply, json -> FileEntries.siblings(json, files));
            if (Names.isHex(sha, 40) && !Names.lower(sha).equals(commit)) {
                throw new FaultException(new Fault(
                        "The hub " + client.id() + " describes another commit of " + request.repo()
                                + " than the one asked for",
                        SafeUrl.text(reply.url()),
                        "expected: " + commit + "\nactual: " + sha,
                        "tell those who run the server at " + client.address()));
            }
            requireLimit(files, request);
        }
    }

    /** Asks for names with sizes and hashes, or for names alone where a server refuses what it doesn't know. */
    private Reply description(ModelRequest request, String commit) {
        Reply reply = client.get(client.address().siblings(request, commit));
        if ((reply.status() != 400 && reply.status() != 404) || HubFaults.isFinal(reply)) {
            return reply;
        }
        Reply plain = client.get(client.address().revision(request, commit));
        if (plain.status() != 200) {
            plain.close();
            return reply;
        }
        reply.close();
        return plain;
    }

    private static void requireLimit(List<PlannedFile> files, ModelRequest request) {
        if (files.size() > MOST_FILES) {
            throw new FaultException(new Fault(
                    request.shown() + " has more than " + MOST_FILES + " files, too many for a bundle",
                    request.where(),
                    "",
                    "name another repository, or fetch single files of it by <files>"));
        }
    }
}
