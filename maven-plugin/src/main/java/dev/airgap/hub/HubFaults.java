package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.StatusFault;

/** Puts a hub's refusals into sentences, by its error code first and the status second. */
final class HubFaults {

    private final String id;
    private final HubAddress address;

    HubFaults(HubClient client) {
        this.id = client.id();
        this.address = client.address();
    }

    /** Gives the code by which a hub says what is wrong, or the empty text: proxies drop it, and other servers have none. */
    static String code(Reply reply) {
        return reply.header("X-Error-Code").orElse("");
    }

    /** Tells whether a refusal is the hub's own last word, and no proxy's ignorance of a call. */
    static boolean isFinal(Reply reply) {
        String code = code(reply);
        return code.equals("RepoNotFound") || code.equals("RevisionNotFound") || isGated(reply) || isDisabled(reply);
    }

    private static boolean isGated(Reply reply) {
        return code(reply).equals("GatedRepo");
    }

    private static boolean isDisabled(Reply reply) {
        return message(reply).startsWith("Access to this resource is disabled");
    }

    private static String message(Reply reply) {
        return reply.header("X-Error-Message").orElse("");
    }

    /** Describes an answer that is no success. */
    Fault of(Reply reply, ModelRequest request) {
        String repo = request.repo();
        int status = reply.status();
        if (isGated(reply)) {
            return fault(
                    reply,
                    request,
                    repo + " is gated: its licence must be accepted before it can be fetched",
                    "accept the licence at " + address.page(request) + ", then " + token() + " of that account");
        }
        if (isDisabled(reply)) {
            return fault(reply, request, "The hub " + id + " has disabled access to " + repo, "choose another model");
        }
        if (code(reply).equals("RevisionNotFound")) {
            return noRevision(reply, request, "");
        }
        if (status == 401 && message(reply).startsWith("Invalid credentials in Authorization")) {
            return fault(reply, request, "The hub " + id + " refuses the token it was given", "renew it: " + token());
        }
        if (status == 401 || code(reply).equals("RepoNotFound")) {
            return fault(
                    reply,
                    request,
                    "The hub " + id + " has no " + request.type() + " " + repo
                            + ", or shows it to nobody without a token",
                    "correct the id; where the repository is private or gated, " + token());
        }
        if (status == 403) {
            return fault(
                    reply,
                    request,
                    "The hub " + id + " forbids to read " + repo,
                    token() + " that may read this repository");
        }
        if (status == 404) {
            return fault(
                    reply,
                    request,
                    "The hub " + id + " has no " + request.type() + " " + repo,
                    "correct the id, as " + address.page(request) + " would show it");
        }
        Fault told = StatusFault.of(reply, request.shown(), id);
        return told.at(request.where().isEmpty() ? told.where() : request.where() + ", " + told.where());
    }

    /** Describes that a repository has no such revision; the evidence lists those it has. */
    Fault noRevision(Reply reply, ModelRequest request, String evidence) {
        boolean shortened = request.revision().length() < 40 && isHex(request.revision());
        Fault fault = fault(
                reply,
                request,
                request.repo() + " has no revision " + request.revision(),
                shortened ? fullCommit() : "name a branch, a tag, refs/pr/N or a full commit of 40 hex digits");
        return evidence.isEmpty() ? fault : fault.because(evidence);
    }

    /** Describes that a revision is the beginning of a commit, which tomorrow may be another's too. */
    Fault shortCommit(Reply reply, ModelRequest request, String commit) {
        return fault(reply, request, request.revision() + " is a shortened commit of " + request.repo(), fullCommit())
                .because("it stands for " + commit + " now");
    }

    /** Describes a file that was listed and is not there. */
    Fault noFile(Reply reply, ModelRequest request, String path) {
        return fault(
                reply,
                request,
                "The hub " + id + " lists the file " + Names.shown(path) + " of " + request.shown() + " and has it not",
                "leave it out by <excludes>, or tell those who run the hub");
    }

    /** Describes a listing that could be read in neither way. */
    Fault noListing(Fault second, String first) {
        return second.because(second.detail().isEmpty() ? first : first + "\n" + second.detail());
    }

    private static String fullCommit() {
        return "write the full commit, 40 hex digits";
    }

    private static boolean isHex(String text) {
        return Names.isHex(text, text.length());
    }

    private String token() {
        return "set HF_TOKEN, or in settings.xml a <server> with the id " + id + ", to a token";
    }

    private static Fault fault(Reply reply, ModelRequest request, String what, String next) {
        String place = SafeUrl.text(reply.url());
        String said = message(reply).isEmpty() ? "" : ": " + SafeUrl.printable(message(reply));
        return new Fault(
                what,
                request.where().isEmpty() ? place : request.where() + ", " + place,
                "the hub says " + reply.status() + said,
                next);
    }
}
