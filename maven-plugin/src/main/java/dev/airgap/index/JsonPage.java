package dev.airgap.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.airgap.http.SafeUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a project page in JSON (PEP 691, 592, 629, 700, 708, 714, 792). */
final class JsonPage {

    private static final Logger LOG = LoggerFactory.getLogger(JsonPage.class);

    private final JsonParser json;
    private final ApiVersion version;
    private final Consumer<Link> files;
    private final Address address;
    private final List<URI> tracks = new ArrayList<>();
    private final List<URI> alternates = new ArrayList<>();
    private String status = "";
    private String reason = "";
    private boolean versioned;
    private boolean listed;
    private int unusable;

    private JsonPage(JsonParser json, URI url, ApiVersion version, Consumer<Link> files) {
        this.json = json;
        this.version = version;
        this.files = files;
        this.address = new Address(url);
    }

    /**
     * Reads a page to its end; a file without a name or an address of its own is left aside, and told.
     *
     * @param url the address that answered, which relative links start from
     * @throws PageException where it is no JSON or no project page
     */
    static ProjectStatus read(InputStream in, URI url, ApiVersion version, Consumer<Link> files) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            JsonPage page = new JsonPage(json, url, version, files);
            page.read();
            page.warn(url);
            return new ProjectStatus(page.status, page.reason, List.copyOf(page.tracks), List.copyOf(page.alternates));
        } catch (JsonProcessingException malformed) {
            throw new PageException("the JSON is malformed: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private void read() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new PageException("the JSON is no object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("meta") && value == JsonToken.START_OBJECT) {
                meta();
            } else if (key.equals("files") && value == JsonToken.START_ARRAY) {
                listed = true;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    if (json.currentToken() != JsonToken.START_OBJECT) {
                        throw new PageException("an element of files is no object (PEP 691)");
                    }
                    file();
                }
            } else if (key.equals("alternate-locations") && value == JsonToken.START_ARRAY) {
                urls(alternates);
            } else if (key.equals("project-status")) {
                status(value);
            } else {
                json.skipChildren();
            }
        }
        if (!versioned || !listed) {
            throw new PageException("the JSON is no project page: it lacks meta.api-version or files (PEP 691)");
        }
    }

    private void warn(URI url) {
        if (unusable > 0) {
            LOG.warn(
                    "{}: {} of the page without a usable name and address (PEP 691), left aside",
                    SafeUrl.text(url),
                    unusable + (unusable == 1 ? " file" : " files"));
        }
        if (!address.downgraded().isEmpty()) {
            LOG.warn("{}: {}", SafeUrl.text(url), address.downgraded());
        }
    }

    private void meta() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("api-version")) {
                version.check(json.getText());
                versioned = true;
            } else if (key.equals("tracks") && value == JsonToken.START_ARRAY) {
                urls(tracks);
            } else if (key.equals("project-status")) {
                status(value);
            } else if (key.equals("project-status-reason") && value == JsonToken.VALUE_STRING) {
                reason = Link.plain(json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    private void status(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            status = Link.plain(json.getText());
        } else if (value == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                JsonToken inner = json.nextToken();
                if (inner != JsonToken.VALUE_STRING) {
                    json.skipChildren();
                } else if (key.equals("status")) {
                    status = Link.plain(json.getText());
                } else if (key.equals("reason")) {
                    reason = Link.plain(json.getText());
                }
            }
        }
    }

    private void urls(List<URI> urls) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                String url = address.resolve(json.getText());
                if (url != null) {
                    urls.add(URI.create(url));
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private void file() throws IOException {
        int refused = address.downgrades();
        String name = null;
        String url = null;
        String sha256 = "";
        String python = "";
        String uploaded = "";
        String core = null;
        String dist = null;
        String yanked = null;
        long size = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            boolean text = value == JsonToken.VALUE_STRING;
            switch (key) {
                case "filename" -> name = text ? Address.safe(json.getText()) : skipped();
                case "url" -> url = text ? address.resolve(json.getText()) : skipped();
                case "hashes" -> sha256 = value == JsonToken.START_OBJECT ? sha256() : "";
                case "requires-python" -> python = text ? json.getText().strip() : "";
                case "upload-time" -> uploaded = text ? json.getText() : "";
                case "core-metadata" -> core = metadata(value);
                case "dist-info-metadata", "data-dist-info-metadata" -> dist = metadata(value);
                case "yanked" -> yanked = yanked(value);
                case "size" -> size = value == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : -1;
                default -> json.skipChildren();
            }
        }
        if (name == null || url == null) {
            unusable += address.downgrades() > refused ? 0 : 1;
        } else {
            String metadata = core != null ? core : dist != null ? dist : "";
            files.accept(new Link(name, url, sha256, Math.max(size, -1), python, yanked, uploaded, metadata));
        }
    }

    private String skipped() throws IOException {
        json.skipChildren();
        return null;
    }

    private String sha256() throws IOException {
        String hash = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String algorithm = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING && algorithm.equals("sha256")) {
                hash = json.getText();
            } else {
                json.skipChildren();
            }
        }
        return hash;
    }

    /** Reads PEP 658's value: true, false, or the hashes. */
    private String metadata(JsonToken value) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            String hash = sha256();
            return hash.isEmpty() ? "true" : "sha256=" + hash;
        }
        json.skipChildren();
        return value == JsonToken.VALUE_TRUE ? "true" : "false";
    }

    /** Reads PEP 691's value: true or a reason means yanked; false, null and an empty text do not. */
    private String yanked(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_TRUE) {
            return "";
        }
        if (value == JsonToken.VALUE_STRING && !json.getText().isEmpty()) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }
}
