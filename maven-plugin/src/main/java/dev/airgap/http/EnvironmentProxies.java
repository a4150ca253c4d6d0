package dev.airgap.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY as pip and curl do: the lower-case name wins, also with an
 * empty value, which switches the proxy off.
 */
public final class EnvironmentProxies implements Proxies {

    private final Optional<ProxyServer> http;
    private final Optional<ProxyServer> https;
    private final NoProxy except;

    private EnvironmentProxies(Optional<ProxyServer> http, Optional<ProxyServer> https, NoProxy except) {
        this.http = http;
        this.https = https;
        this.except = except;
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException where one names a proxy that can't be used; the message names the variable
     */
    public static EnvironmentProxies of(Map<String, String> environment) {
        // Python's urllib: where a web server started us, HTTP_PROXY may come from a request's Proxy header (httpoxy).
        boolean cgi = environment.containsKey("REQUEST_METHOD");
        Optional<ProxyServer> all = named(environment, "ALL_PROXY", false);
        Optional<ProxyServer> http = set(environment, "HTTP_PROXY", cgi) ? named(environment, "HTTP_PROXY", cgi) : all;
        Optional<ProxyServer> https =
                set(environment, "HTTPS_PROXY", false) ? named(environment, "HTTPS_PROXY", false) : all;
        String except = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
        return new EnvironmentProxies(http, https, NoProxy.parse(except));
    }

    @Override
    public Optional<ProxyServer> forUrl(URI url) {
        Origin origin = Origin.of(url);
        Optional<ProxyServer> proxy = origin.plain() ? http : https;
        return proxy.isEmpty() || except.covers(origin) ? Optional.empty() : proxy;
    }

    private static boolean set(Map<String, String> environment, String name, boolean lowerOnly) {
        return environment.containsKey(name.toLowerCase(Locale.ROOT)) || (!lowerOnly && environment.containsKey(name));
    }

    private static Optional<ProxyServer> named(Map<String, String> environment, String name, boolean lowerOnly) {
        String lower = name.toLowerCase(Locale.ROOT);
        String used = environment.containsKey(lower) || lowerOnly ? lower : name;
        String value = environment.getOrDefault(used, "").strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(parse(used, value));
    }

    private static ProxyServer parse(String variable, String value) {
        URI url;
        try {
            url = new URI(value.contains("://") ? value : "http://" + value);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(variable + " is no address of a proxy", e);
        }
        if (url.getScheme() == null) {
            // A question mark in front of :// makes all of it a relative address.
            throw new IllegalArgumentException(variable + " is no address of a proxy");
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http")) {
            throw new IllegalArgumentException(variable + " names a proxy of type " + SafeUrl.printable(scheme)
                    + "; only http:// proxies are supported (https addresses go through them by CONNECT)");
        }
        if (url.getHost() == null || url.getPort() > 65535) {
            throw new IllegalArgumentException(variable + " names no host and port of a proxy");
        }
        return new ProxyServer(url.getHost(), url.getPort() < 0 ? 80 : url.getPort(), login(url), variable);
    }

    private static Optional<Credential.Basic> login(URI url) {
        String info = url.getRawUserInfo();
        if (info == null || info.isEmpty()) {
            return Optional.empty();
        }
        int colon = info.indexOf(':');
        String user = colon < 0 ? info : info.substring(0, colon);
        String password = colon < 0 ? "" : info.substring(colon + 1);
        return Optional.of(new Credential.Basic(decode(user), decode(password)));
    }

    private static String decode(String part) {
        // A plus is a plus in an address's user info; URLDecoder alone would make it a blank.
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
