package dev.airgap.http;

import dev.airgap.fuzz.Fuzzed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lists the parsers of this room that read what strangers wrote. */
public final class HttpParsers {

    private static final URI SOMEWHERE = URI.create("https://host.example/x");

    private HttpParsers() {}

    public static List<Fuzzed> all() {
        return List.of(
                Fuzzed.text(
                        "http.netrc",
                        text -> Netrc.parse(text, "netrc"),
                        List.of(
                                "machine h login u password p\ndefault login \"a b\" password 'c'\nmacdef init\nls\n\n# c\n"),
                        "machine login password default macdef account \n # \" ' \\"),
                Fuzzed.text(
                        "http.no-proxy",
                        text -> NoProxy.parse(text).covers(Origin.of(SOMEWHERE)),
                        List.of("localhost,.example.com,10.0.0.0/8,[::1]:80,*"),
                        ", . * / [ ] : 999 ::1 10.0.0.0/33"),
                Fuzzed.text(
                        "http.proxy",
                        text -> EnvironmentProxies.of(Map.of("HTTPS_PROXY", text, "https_proxy", text)),
                        List.of("http://u:p@proxy:3128/", "proxy:8080", "socks5://x"),
                        "http:// : @ / 99999 [ ] % ? #"),
                Fuzzed.text(
                        "http.retry-after",
                        text -> Backoff.demanded(429, text, text, Instant.EPOCH),
                        List.of("120", "\"api\";r=0;t=9", "Wed, 21 Oct 2026 07:28:00 GMT"),
                        "; = t= r=0 \" , -1 99999999999999999999 GMT"));
    }
}
