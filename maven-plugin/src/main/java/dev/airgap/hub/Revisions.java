package dev.airgap.hub;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the commit that a branch, a tag or a pull request stands at. */
final class Revisions {

    private static final int MOST_SHOWN = 12;

    private final HubClient client;
    private final HubFaults faults;

    Revisions(HubClient client) {
        this.client = client;
        this.faults = new HubFaults(client);
    }

    /**
     * Asks the hub; a full commit is its own answer and costs no request, the listing will show whether it is there.
     *
     * @param notes takes a sentence where the commit is known by a lesser proof than the hub's own word
     * @throws FaultException where there is no such repository or revision, or it may not be read
     */
    String commit(ModelRequest request, List<String> notes) {
        if (request.isCommit()) {
            return request.revision();
        }
        try (Reply reply = client.get(client.address().revision(request, request.revision()))) {
            if (reply.status() == 404 && !HubFaults.isFinal(reply)) {
                return onceMore(reply, request, notes);
            }
            if (reply.status() != 200) {
                throw refused(reply, request);
            }
            return read(reply, request, notes);
        }
    }

    private String read(Reply reply, ModelRequest request, List<String> notes) {
        String sha = client.read(reply, Revisions::sha);
        String commit = Names.isHex(sha, 40)
                ? Names.lower(sha)
                : HubClient.commit(reply).or(() -> probed(request)).orElseThrow(() -> unknown(reply, request));
        if (!Names.isHex(sha, 40)) {
            notes.add("the commit of " + request.shown()
                    + " is taken from the header X-Repo-Commit, since the answer does not hold it");
        }
        String revision = Names.lower(request.revision());
        if (revision.length() >= 4 && Names.isHex(revision, revision.length()) && commit.startsWith(revision)) {
            throw new FaultException(faults.shortCommit(reply, request, commit));
        }
        return commit;
    }

    /** Asks without a revision where a 404 does not say what is missing. */
    private String onceMore(Reply first, ModelRequest request, List<String> notes) {
        try (Reply reply = client.get(client.address().info(request))) {
            if (reply.status() != 200) {
                throw new FaultException(faults.of(reply, request));
            }
            if (!request.revision().equals(ModelRequest.DEFAULT_REVISION)) {
                throw new FaultException(faults.noRevision(first, request, known(request)));
            }
            String commit = read(reply, request, notes);
            notes.add("the commit of " + request.shown() + " is that of its default branch, since the server at "
                    + client.address() + " answers 404 where a revision is asked for");
            return commit;
        }
    }

    private FaultException refused(Reply reply, ModelRequest request) {
        return HubFaults.code(reply).equals("RevisionNotFound")
                ? new FaultException(faults.noRevision(reply, request, known(request)))
                : new FaultException(faults.of(reply, request));
    }

    private static String sha(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return "";
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean sha = json.currentName().equals("sha");
            if (json.nextToken() == JsonToken.VALUE_STRING && sha) {
                return json.getText();
            }
            json.skipChildren();
        }
        return "";
    }

    /** Asks for files that nearly every repository has, only to read the commit off their headers. */
    private Optional<String> probed(ModelRequest request) {
        for (String path : List.of(".gitattributes", "config.json", "README.md")) {
            try (Reply reply =
                    client.head(client.address().resolve(request.type(), request.repo(), request.revision(), path))) {
                Optional<String> commit = HubClient.commit(reply);
                if (commit.isPresent()) {
                    return commit;
                }
            }
        }
        return Optional.empty();
    }

    private FaultException unknown(Reply reply, ModelRequest request) {
        return new FaultException(new Fault(
                "The commit of " + request.shown() + " can't be learnt: the hub " + client.id() + " does not say it",
                SafeUrl.text(reply.url()),
                "neither a sha in the answer nor a header X-Repo-Commit; repository managers are known to drop both",
                "write the full commit as the revision"));
    }

    /** Lists what revisions there are, to be shown beside the one there is not; empty where that fails. */
    private String known(ModelRequest request) {
        try (Reply reply = client.get(client.address().refs(request))) {
            if (reply.status() != 200) {
                return "";
            }
            Set<String> names = client.read(reply, Revisions::refs);
            StringBuilder known = new StringBuilder();
            int count = 0;
            for (String name : names) {
                if (count++ == MOST_SHOWN) {
                    known.append(" and ").append(names.size() - MOST_SHOWN).append(" more");
                    break;
                }
                known.append(known.isEmpty() ? "it has " : ", ").append(Names.shown(name));
            }
            return known.toString();
        } catch (FaultException e) {
            // The missing revision is what is to be told; this was only to help.
            return "";
        }
    }

    private static Set<String> refs(JsonParser json) throws IOException {
        Set<String> names = new TreeSet<>();
        String group = "";
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token != JsonToken.FIELD_NAME) {
                continue;
            }
            String field = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                group = field;
            } else if (field.equals("name") && (group.equals("branches") || group.equals("tags"))) {
                names.add(json.getText());
            }
        }
        return names;
    }
}
