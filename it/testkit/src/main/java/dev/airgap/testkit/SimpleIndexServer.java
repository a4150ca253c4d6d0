package dev.airgap.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Serves a Python package index: the Simple API as HTML (PEP 503) and as JSON (PEP 691), and the files themselves. */
public final class SimpleIndexServer implements AutoCloseable {

    /** Says what the index speaks; NEGOTIATED gives JSON to those who accept it. */
    public enum Format {
        HTML,
        JSON,
        NEGOTIATED
    }

    private static final String JSON_TYPE = "application/vnd.pypi.simple.v1+json";

    private final LoopbackServer server;
    private final Map<String, List<Listing>> projects = new ConcurrentSkipListMap<>();
    private volatile Format format = Format.NEGOTIATED;
    private volatile UnaryOperator<Answer> pages = UnaryOperator.identity();
    private volatile String filesOrigin;
    private volatile boolean relative;

    private SimpleIndexServer(LoopbackServer server) {
        this.server = server;
        server.route("/simple/*", this::page);
        serveFiles(server);
    }

    /** Starts an empty index on plain HTTP. */
    public static SimpleIndexServer start() {
        return new SimpleIndexServer(LoopbackServer.start());
    }

    /** Starts an empty index on HTTPS. */
    public static SimpleIndexServer start(Certificates certificates) {
        return new SimpleIndexServer(LoopbackServer.start(certificates));
    }

    /** Gives the server, for its log, demands and troubles. */
    public LoopbackServer server() {
        return server;
    }

    /** Gives the index's address, with a slash at its end. */
    public URI url() {
        return server.url("/simple/");
    }

    /** Gives the address of a file. */
    public URI fileUrl(Wheel wheel) {
        return URI.create((filesOrigin == null ? server.origin() : filesOrigin) + filePath(wheel));
    }

    /** Names the path of a file on its server. */
    public static String filePath(Wheel wheel) {
        return "/files/" + wheel.fileName();
    }

    public SimpleIndexServer format(Format other) {
        this.format = other;
        return this;
    }

    /** Changes every page before it goes out: cache headers, say. */
    public SimpleIndexServer pages(UnaryOperator<Answer> change) {
        this.pages = change;
        return this;
    }

    /** Lets pages name files relative to themselves. */
    public SimpleIndexServer relativeUrls() {
        this.relative = true;
        return this;
    }

    /** Lets pages name files on another server, which serves them from now on. */
    public SimpleIndexServer filesOn(LoopbackServer other) {
        serveFiles(other);
        this.filesOrigin = other.origin();
        return this;
    }

    /** Lists wheels with all that an index can tell of them. */
    public SimpleIndexServer add(Wheel... wheels) {
        for (Wheel wheel : wheels) {
            add(Listing.of(wheel));
        }
        return this;
    }

    /** Lists a wheel in a way of its own, such as {@code Listing.of(wheel).yanked("broken")}. */
    public SimpleIndexServer add(Listing listing) {
        projects.computeIfAbsent(listing.wheel().normalName(), n -> new CopyOnWriteArrayList<>())
                .add(listing);
        return this;
    }

    /** Lists every wheel of a folder, its metadata unread: the real ones, for a mirror of what was downloaded. */
    public SimpleIndexServer add(Path folder) {
        try (var found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".whl")) {
                    String[] parts = name.split("-", -1);
                    Wheel wheel = new Wheel(parts[0], parts[1], name, Files.readAllBytes(file), new byte[0], null);
                    add(Listing.of(wheel).withoutMetadata());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Forgets a project. */
    public SimpleIndexServer remove(String project) {
        projects.remove(Wheel.normal(project));
        return this;
    }

    private void serveFiles(LoopbackServer on) {
        on.route("/files/*", request -> {
            String name = request.path().substring("/files/".length());
            for (List<Listing> listings : projects.values()) {
                for (Listing listing : listings) {
                    if (listing.wheel().fileName().equals(name)) {
                        return file(listing.wheel().bytes());
                    }
                    if (listing.metadata() && name.equals(listing.wheel().fileName() + ".metadata")) {
                        return file(listing.wheel().metadata());
                    }
                }
            }
            return null;
        });
    }

    private static Answer file(byte[] bytes) {
        return Answer.bytes(bytes)
                .withEtag(Hashes.sha256(bytes).substring(0, 32))
                .with("Last-Modified", "Tue, 01 Jan 2019 00:00:00 GMT");
    }

    private Answer page(Request request) {
        String rest = request.path().substring("/simple/".length());
        boolean json = switch (format) {
            case HTML -> false;
            case JSON -> true;
            case NEGOTIATED -> request.header("Accept").orElse("").contains(JSON_TYPE);
        };
        if (rest.isEmpty()) {
            return finish(json ? jsonRoot() : htmlRoot(), json);
        }
        String project = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        if (project.contains("/")) {
            return null;
        }
        if (!rest.endsWith("/") || !project.equals(Wheel.normal(project))) {
            return Answer.redirect(301, server.url("/simple/" + Wheel.normal(project) + "/"));
        }
        List<Listing> listings = projects.get(project);
        if (listings == null) {
            return null;
        }
        return finish(json ? json(project, listings) : html(project, listings), json);
    }

    private Answer finish(String text, boolean json) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Answer answer = Answer.of(200, Content.of(bytes))
                .with("Content-Type", json ? JSON_TYPE : "text/html; charset=utf-8")
                .with("Vary", "Accept")
                .withEtag(Hashes.sha256(bytes).substring(0, 16))
                .gzipped();
        return pages.apply(answer);
    }

    private String link(Wheel wheel) {
        return relative ? "../.." + filePath(wheel) : fileUrl(wheel).toString();
    }

    private String htmlRoot() {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html><head>"
                + "<meta name=\"pypi:repository-version\" content=\"1.1\"><title>Simple index</title></head><body>\n");
        projects.keySet()
                .forEach(p -> out.append("<a href=\"")
                        .append(p)
                        .append("/\">")
                        .append(p)
                        .append("</a><br>\n"));
        return out.append("</body></html>\n").toString();
    }

    private String html(String project, List<Listing> listings) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html><head>"
                + "<meta name=\"pypi:repository-version\" content=\"1.1\"><title>Links for " + project
                + "</title></head><body>\n<h1>Links for " + project + "</h1>\n");
        for (Listing listing : listings) {
            Wheel wheel = listing.wheel();
            out.append("<a href=\"").append(escape(link(wheel)));
            if (listing.hash()) {
                out.append("#sha256=").append(listing.toldSha256());
            }
            out.append('"');
            if (wheel.requiresPython() != null) {
                attribute(out, "data-requires-python", wheel.requiresPython());
            }
            if (listing.metadata()) {
                String hash = "sha256=" + Hashes.sha256(wheel.metadata());
                attribute(out, "data-dist-info-metadata", hash);
                attribute(out, "data-core-metadata", hash);
            }
            if (listing.yanked() != null) {
                attribute(out, "data-yanked", listing.yanked());
            }
            if (listing.uploadTime() != null) {
                attribute(out, "data-upload-time", listing.uploadTime());
            }
            out.append('>').append(escape(wheel.fileName())).append("</a><br>\n");
        }
        return out.append("</body></html>\n").toString();
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String jsonRoot() {
        List<Map<String, String>> names = new ArrayList<>();
        projects.keySet().forEach(p -> names.add(Map.of("name", p)));
        Map<String, Object> root = new TreeMap<>();
        root.put("meta", Map.of("api-version", "1.1"));
        root.put("projects", names);
        return Json.write(root);
    }

    private String json(String project, List<Listing> listings) {
        List<Object> files = new ArrayList<>();
        Set<String> versions = new LinkedHashSet<>();
        for (Listing listing : listings) {
            Wheel wheel = listing.wheel();
            versions.add(wheel.version());
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("filename", wheel.fileName());
            file.put("url", link(wheel));
            file.put("hashes", listing.hash() ? Map.of("sha256", listing.toldSha256()) : Map.of());
            if (wheel.requiresPython() != null) {
                file.put("requires-python", wheel.requiresPython());
            }
            if (listing.size()) {
                file.put("size", wheel.bytes().length);
            }
            if (listing.uploadTime() != null) {
                file.put("upload-time", listing.uploadTime());
            }
            file.put(
                    "yanked",
                    listing.yanked() == null ? false : listing.yanked().isEmpty() ? true : listing.yanked());
            Object metadata = listing.metadata() ? Map.of("sha256", Hashes.sha256(wheel.metadata())) : false;
            file.put("core-metadata", metadata);
            file.put("dist-info-metadata", metadata);
            files.add(file);
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("meta", Map.of("api-version", "1.1"));
        page.put("name", project);
        page.put("versions", versions);
        page.put("files", files);
        return Json.write(page);
    }

    @Override
    public void close() {
        server.close();
    }
}
