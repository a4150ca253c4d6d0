package dev.airgap.hub;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reads the files out of a hub's JSON; what is no hash by its letters counts as none. */
final class FileEntries {

    private String path = "";
    private String type = "file";
    private long size = -1;
    private String oid = "";
    private String sha256 = "";
    private long lfsSize = -1;

    private FileEntries() {}

    /**
     * Reads a page of a tree.
     *
     * @return whether it is a list at all
     */
    static boolean tree(JsonParser json, List<PlannedFile> files) throws IOException {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            return false;
        }
        array(json, files);
        return true;
    }

    /**
     * Reads the siblings of a description.
     *
     * @return the sha that it names, or the empty text
     */
    static String siblings(JsonParser json, List<PlannedFile> files) throws IOException {
        String sha = "";
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no object");
        }
        boolean listed = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("sha") && value == JsonToken.VALUE_STRING) {
                sha = json.getText();
            } else if (field.equals("siblings") && value == JsonToken.START_ARRAY) {
                array(json, files);
                listed = true;
            } else {
                json.skipChildren();
            }
        }
        if (!listed) {
            throw new IOException("no siblings");
        }
        return sha;
    }

    private static void array(JsonParser json, List<PlannedFile> files) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new IOException("an entry is no object");
            }
            FileEntries entry = new FileEntries();
            entry.object(json);
            if (entry.type.equals("file")) {
                files.add(entry.planned());
            }
            if (files.size() > Listing.MOST_FILES) {
                return;
            }
        }
    }

    private void object(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "path", "rfilename" -> path = text(json, value);
                case "type" -> type = text(json, value);
                case "oid", "blobId" -> oid = text(json, value);
                case "size" -> size = number(json, value);
                case "lfs" -> {
                    if (value == JsonToken.START_OBJECT) {
                        lfs(json);
                    } else {
                        json.skipChildren();
                    }
                }
                default -> json.skipChildren();
            }
        }
    }

    private void lfs(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                // The tree says oid, the description sha256; old servers write the algorithm in front.
                case "oid", "sha256" -> {
                    String text = text(json, value);
                    sha256 = text.startsWith("sha256:") ? text.substring("sha256:".length()) : text;
                }
                case "size" -> lfsSize = number(json, value);
                default -> json.skipChildren();
            }
        }
    }

    private static String text(JsonParser json, JsonToken value) throws IOException {
        json.skipChildren();
        return value == JsonToken.VALUE_STRING ? json.getText() : "";
    }

    private static long number(JsonParser json, JsonToken value) throws IOException {
        json.skipChildren();
        return value == JsonToken.VALUE_NUMBER_INT ? Math.max(-1, json.getLongValue()) : -1;
    }

    private PlannedFile planned() throws IOException {
        if (path.isEmpty()) {
            throw new IOException("an entry has no path");
        }
        return planned(path, lfsSize >= 0 ? lfsSize : size, oid, sha256);
    }

    /** Plans a file out of what a server says of it; an LFS file's pointer is known by its content. */
    static PlannedFile planned(String path, long size, String oid, String sha256) {
        String sha = Names.isHex(sha256, 64) ? Names.lower(sha256) : "";
        String git = Names.isHex(oid, 40) ? Names.lower(oid) : "";
        if (git.isEmpty() && !sha.isEmpty() && size >= 0) {
            git = pointer(sha, size);
        }
        return new PlannedFile(path, size, git, sha);
    }

    /** Computes the git oid of the pointer that stands for an LFS file (Git LFS specification, the pointer). */
    static String pointer(String sha256, long size) {
        return oid(("version https://git-lfs.github.com/spec/v1\noid sha256:" + sha256 + "\nsize " + size + "\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String oid(byte[] content) {
        MessageDigest sha1 = sha1();
        sha1.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(sha1.digest(content));
    }

    static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-1, by which git names its objects", e);
        }
    }
}
