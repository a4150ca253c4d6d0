package dev.airgap.testkit;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the hub's JSON calls for a repository that was found. */
final class HubApi {
    private static final Pattern JSON_STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final HubServer hub;

    HubApi(HubServer hub) {
        this.hub = hub;
    }

    /** Answers what follows the repository's id in {@code /api/models/{id}/…}. */
    Answer answer(Request request, HubRepo repo, String rest) {
        if (rest.isEmpty()) {
            return info(request, repo, "main");
        }
        String[] parts = rest.split("/", 2);
        String argument = parts.length == 2 ? parts[1] : "main";
        return switch (parts[0]) {
            case "revision" -> info(request, repo, argument);
            case "tree" -> tree(request, repo, argument);
            case "paths-info" -> request.method().equals("POST") ? pathsInfo(request, repo, argument) : null;
            case "refs" -> refs(repo);
            default -> null;
        };
    }

    private static Answer info(Request request, HubRepo repo, String revision) {
        HubRepo.Place place = repo.place(revision);
        if (place == null || !place.path().isEmpty()) {
            return HubErrors.noRevision(revision);
        }
        boolean blobs = request.parameters().getOrDefault("blobs", "").equalsIgnoreCase("true");
        List<Object> siblings = new ArrayList<>();
        for (HubFile file : place.commit().files().values()) {
            Map<String, Object> sibling = new LinkedHashMap<>();
            sibling.put("rfilename", file.path());
            if (blobs) {
                sibling.put("size", file.content().length());
                sibling.put("blobId", file.oid());
                if (file.isLfs()) {
                    sibling.put(
                            "lfs",
                            Map.of(
                                    "sha256",
                                    file.sha256(),
                                    "size",
                                    file.content().length(),
                                    "pointerSize",
                                    file.pointerSize()));
                }
            }
            siblings.add(sibling);
        }
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("_id", place.commit().sha().substring(0, 24));
        info.put("id", repo.id());
        info.put("modelId", repo.id());
        info.put("sha", place.commit().sha());
        info.put("lastModified", "2019-01-01T00:00:00.000Z");
        info.put("private", repo.isHidden());
        info.put("gated", repo.isGated() ? "manual" : false);
        info.put("disabled", false);
        info.put("downloads", 0);
        info.put("likes", 0);
        info.put("tags", List.of());
        info.put("cardData", repo.card());
        info.put("siblings", siblings);
        return Answer.json(Json.write(info)).gzipped();
    }

    private Answer tree(Request request, HubRepo repo, String argument) {
        HubRepo.Place place = repo.place(argument);
        if (place == null) {
            return HubErrors.noRevision(argument);
        }
        Map<String, String> query = request.parameters();
        boolean recursive = query.getOrDefault("recursive", "").equalsIgnoreCase("true");
        String prefix = place.path().isEmpty() ? "" : place.path() + "/";
        TreeMap<String, Object> entries = new TreeMap<>();
        place.commit().folders().forEach((path, oid) -> {
            if (listed(path, prefix, recursive)) {
                entries.put(path, folder(path, oid));
            }
        });
        place.commit().files().forEach((path, file) -> {
            if (listed(path, prefix, recursive)) {
                entries.put(path, entry(file));
            }
        });
        if (entries.isEmpty() && !prefix.isEmpty()) {
            return HubErrors.noEntry(place.path());
        }
        List<Object> all = new ArrayList<>(entries.values());
        int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
        int limit = Math.min(Integer.parseInt(query.getOrDefault("limit", "1000")), hub.pageSize());
        int to = Math.min(all.size(), from + limit);
        Answer answer =
                Answer.json(Json.write(all.subList(Math.min(from, to), to))).gzipped();
        if (to == all.size() && !hub.isEndless()) {
            return answer;
        }
        StringBuilder next = new StringBuilder(hub.linkOrigin())
                .append(Paths.encode(request.path()))
                .append('?');
        query.forEach((name, value) -> {
            if (!name.equals("cursor")) {
                next.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&');
            }
        });
        return answer.with("Link", "<" + next.append("cursor=").append(Math.max(to, from + 1)) + ">; rel=\"next\"");
    }

    private static boolean listed(String path, String prefix, boolean recursive) {
        return path.startsWith(prefix) && (recursive || path.indexOf('/', prefix.length()) < 0);
    }

    private static Map<String, Object> folder(String path, String oid) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", "directory");
        entry.put("oid", oid);
        entry.put("size", 0);
        entry.put("path", path);
        return entry;
    }

    private static Map<String, Object> entry(HubFile file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", "file");
        entry.put("oid", file.oid());
        entry.put("size", file.content().length());
        if (file.isLfs()) {
            Map<String, Object> lfs = new LinkedHashMap<>();
            lfs.put("oid", file.sha256());
            lfs.put("size", file.content().length());
            lfs.put("pointerSize", file.pointerSize());
            entry.put("lfs", lfs);
        }
        entry.put("path", file.path());
        return entry;
    }

    /** Reads paths from a form, as the reference client sends them, or from JSON. */
    private static Answer pathsInfo(Request request, HubRepo repo, String revision) {
        HubRepo.Place place = repo.place(revision);
        if (place == null) {
            return HubErrors.noRevision(revision);
        }
        String body = new String(request.body(), StandardCharsets.UTF_8);
        List<String> paths = new ArrayList<>();
        if (request.header("Content-Type").orElse("").startsWith("application/json")) {
            int open = body.indexOf('[');
            int close = body.indexOf(']', Math.max(0, open));
            Matcher strings = JSON_STRING.matcher(open < 0 || close < 0 ? "" : body.substring(open, close));
            while (strings.find()) {
                paths.add(strings.group(1));
            }
        } else {
            for (String pair : body.split("&", -1)) {
                if (pair.startsWith("paths=")) {
                    paths.add(URLDecoder.decode(pair.substring(6), StandardCharsets.UTF_8));
                }
            }
        }
        List<Object> found = new ArrayList<>();
        for (String path : paths) {
            HubFile file = place.commit().files().get(path);
            String folder = place.commit().folders().get(path);
            if (file != null) {
                found.add(entry(file));
            } else if (folder != null) {
                found.add(folder(path, folder));
            }
        }
        return Answer.json(Json.write(found));
    }

    private static Answer refs(HubRepo repo) {
        List<Object> branches = new ArrayList<>();
        List<Object> pulls = new ArrayList<>();
        List<Object> converts = new ArrayList<>();
        repo.branches().forEach((name, sha) -> {
            if (name.startsWith("refs/pr/")) {
                pulls.add(ref(name.substring("refs/pr/".length()), name, sha));
            } else if (name.startsWith("refs/convert/")) {
                converts.add(ref(name.substring("refs/convert/".length()), name, sha));
            } else {
                branches.add(ref(name, "refs/heads/" + name, sha));
            }
        });
        List<Object> tags = new ArrayList<>();
        repo.tags().forEach((name, sha) -> tags.add(ref(name, "refs/tags/" + name, sha)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("branches", branches);
        all.put("converts", converts);
        all.put("tags", tags);
        all.put("pullRequests", pulls);
        return Answer.json(Json.write(all));
    }

    private static Map<String, Object> ref(String name, String ref, String sha) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put("ref", ref);
        entry.put("targetCommit", sha);
        return entry;
    }
}
