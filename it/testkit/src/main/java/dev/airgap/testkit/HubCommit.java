package dev.airgap.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds one commit of a repository.
 *
 * @param sha git's id of the commit
 * @param files by path
 * @param folders git's ids of the trees by path, the root's not among them
 */
record HubCommit(String sha, SortedMap<String, HubFile> files, SortedMap<String, String> folders) {

    static HubCommit of(String message, SortedMap<String, HubFile> files) {
        SortedMap<String, String> folders = new TreeMap<>();
        String root = tree("", files, folders);
        String text = "tree " + root + "\nauthor test kit <kit@example.org> 1546300800 +0000\n"
                + "committer test kit <kit@example.org> 1546300800 +0000\n\n" + message + "\n";
        return new HubCommit(object("commit", text.getBytes(StandardCharsets.UTF_8)), new TreeMap<>(files), folders);
    }

    /** Computes a tree's id; git sorts its entries as if a folder's name ended with a slash. */
    private static String tree(String prefix, SortedMap<String, HubFile> files, SortedMap<String, String> folders) {
        SortedMap<String, String> entries = new TreeMap<>();
        files.forEach((path, file) -> {
            if (path.startsWith(prefix)) {
                String rest = path.substring(prefix.length());
                int slash = rest.indexOf('/');
                if (slash < 0) {
                    entries.put(rest, file.oid());
                } else {
                    String folder = rest.substring(0, slash + 1);
                    entries.computeIfAbsent(folder, f -> tree(prefix + f, files, folders));
                }
            }
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        entries.forEach((name, oid) -> {
            boolean folder = name.endsWith("/");
            String bare = folder ? name.substring(0, name.length() - 1) : name;
            out.writeBytes(((folder ? "40000 " : "100644 ") + bare + "\0").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(HexFormat.of().parseHex(oid));
        });
        String id = object("tree", out.toByteArray());
        if (!prefix.isEmpty()) {
            folders.put(prefix.substring(0, prefix.length() - 1), id);
        }
        return id;
    }

    private static String object(String type, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes((type + " " + body.length + "\0").getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        return Hashes.hex(Hashes.digest("SHA-1", all.toByteArray()));
    }
}
