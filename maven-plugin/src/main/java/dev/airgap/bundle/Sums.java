package dev.airgap.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads and writes {@code SHA256SUMS}, the format of coreutils' sha256sum in its text mode. */
final class Sums {

    private Sums() {}

    static String line(String sha256, String path) {
        return sha256 + "  " + path + "\n";
    }

    /** Writes the lines for a manifest, whose own checksum comes with it. */
    static String write(Manifest manifest, String manifestSha256) {
        SortedMap<String, String> lines = new TreeMap<>(PathOrder.BYTES);
        for (ManifestFile file : manifest.files()) {
            lines.put(file.path(), file.sha256());
        }
        lines.put(Manifest.PATH, manifestSha256);
        StringBuilder text = new StringBuilder(lines.size() * 120);
        for (Map.Entry<String, String> line : lines.entrySet()) {
            text.append(line(line.getValue(), line.getKey()));
        }
        return text.toString();
    }

    /**
     * Reads checksums by path; what is no such line, or stands twice, is named in {@code flaws}.
     *
     * @param flaws takes sentences, at most one a line
     */
    static SortedMap<String, String> read(byte[] content, List<String> flaws) {
        SortedMap<String, String> sums = new TreeMap<>(PathOrder.BYTES);
        String text = new String(content, StandardCharsets.UTF_8);
        int number = 0;
        for (int start = 0; start < text.length(); ) {
            number++;
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end);
            start = end < 0 ? text.length() : end + 1;
            if (line.length() < 67
                    || line.charAt(64) != ' '
                    || (line.charAt(65) != ' ' && line.charAt(65) != '*')
                    || !Sha256.isHex(line.substring(0, 64))) {
                flaws.add("Line " + number + " is no checksum and path: " + PathRules.shown(line));
            } else if (sums.put(line.substring(66), line.substring(0, 64)) != null) {
                flaws.add("Line " + number + " repeats " + PathRules.shown(line.substring(66)));
            }
        }
        return sums;
    }
}
