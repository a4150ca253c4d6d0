package dev.airgap.goal;

import java.net.URI;

/**
 * Tells where a declared server is really asked.
 *
 * @param id the id it was declared with
 * @param declared as the POM or the default says; without user info
 * @param effective after mirrors and the environment; without user info
 * @param from what decided it, for the log: {@code the default}, {@code mirror company of settings.xml}
 */
public record Address(String id, URI declared, URI effective, String from) {

    /** Tells whether another server than the declared one answers. */
    public boolean isMirrored() {
        return !declared.equals(effective);
    }

    /** Turns an address below the declared server into the one below the effective server; leaves any other alone. */
    public URI toEffective(URI url) {
        return moved(url, declared, effective);
    }

    /** Turns an address below the effective server into the one below the declared server; leaves any other alone. */
    public URI toDeclared(URI url) {
        return moved(url, effective, declared);
    }

    private static URI moved(URI url, URI from, URI to) {
        String base = folder(from);
        String text = url.toString();
        return text.startsWith(base) ? URI.create(folder(to) + text.substring(base.length())) : url;
    }

    private static String folder(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? text : text + "/";
    }
}
