package dev.airgap.testkit;

import java.util.Map;

/** Makes the hub's refusals as clients tell them apart: by status, X-Error-Code and X-Error-Message. */
final class HubErrors {

    private HubErrors() {}

    static Answer badToken() {
        return error(401, null, "Invalid credentials in Authorization header");
    }

    /** Says neither which: an asker without a token is not told whether a repository exists. */
    static Answer missingOrPrivate() {
        return error(401, null, "Invalid username or password.");
    }

    static Answer noRepo() {
        return error(404, "RepoNotFound", "Repository not found");
    }

    static Answer noRevision(String revision) {
        return error(404, "RevisionNotFound", "Invalid rev id: " + revision);
    }

    static Answer noEntry(String path) {
        return error(404, "EntryNotFound", path.isEmpty() ? "Entry not found" : path + " does not exist");
    }

    static Answer gated(String id, boolean anonymous) {
        return anonymous
                ? error(
                        401,
                        "GatedRepo",
                        "Access to model " + id + " is restricted. You must have access to it and be authenticated to"
                                + " access it. Please log in.")
                : error(
                        403,
                        "GatedRepo",
                        "Access to model " + id + " is restricted and you are not in the authorized list.");
    }

    private static Answer error(int status, String code, String message) {
        return Answer.of(status, Content.of(Json.write(Map.of("error", message))))
                .with("Content-Type", "application/json; charset=utf-8")
                .with("X-Error-Message", message)
                .with("X-Error-Code", code);
    }
}
