package dev.airgap.http;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Names certificates to trust: a PEM file with any number of them, or a folder of such files.
 *
 * @param from who named it, for messages: {@code SSL_CERT_FILE}, {@code pip.conf}
 * @param path need not exist until it is read
 */
public record Authority(String from, Path path) {

    /** Lists what the environment names, as pip, requests, curl and OpenSSL read it; each path once. */
    public static List<Authority> environment(Map<String, String> environment) {
        List<Authority> found = new ArrayList<>();
        for (String name : List.of("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE")) {
            String value = environment.getOrDefault(name, "");
            if (value.isEmpty()) {
                continue;
            }
            Path path = Path.of(value);
            if (found.stream().noneMatch(known -> known.path().equals(path))) {
                found.add(new Authority(name, path));
            }
        }
        return found;
    }
}
