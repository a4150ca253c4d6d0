package dev.airgap.input;

import dev.airgap.python.Requirement;
import dev.airgap.python.WheelName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Makes a direct reference (PEP 508, {@code name @ address}) of a wheel's address or path, alone or behind its name.
 *
 * @param requirement its url is absolute, without user, password and query
 * @param content for a wheel on this machine its sha256, which is an input as a list of requirements is; else empty
 * @param secret the address with its user, password and query, where it has any of these; else empty
 */
record DirectReference(Requirement requirement, String content, String secret) {

    private static final List<String> ARCHIVES =
            List.of(".whl", ".zip", ".tar.gz", ".tgz", ".tar", ".tar.bz2", ".tbz", ".tar.xz", ".txz", ".tar.lz");

    private static final String BUILD =
            "Build a wheel of it (pip wheel --no-deps) and name that wheel's path or address.";

    /** Tells whether a text without an {@code @} is a path rather than a name: so pip decides, too. */
    static boolean isPath(String text) {
        String what = split(text)[0];
        String lower = withoutExtras(what).toLowerCase(Locale.ROOT);
        return what.startsWith(".")
                || what.indexOf('/') >= 0
                || what.indexOf('\\') >= 0
                || ARCHIVES.stream().anyMatch(lower::endsWith);
    }

    /** Reads an address or path alone; the wheel's file name says which package it is. */
    static DirectReference alone(String text, List<Path> folders) {
        String[] parts = split(text);
        String place = withoutExtras(parts[0]);
        String extras = parts[0].substring(place.length()).strip();
        WheelName wheel = wheel(place);
        return of(
                Requirement.parse(wheel.name() + extras + " @ " + place.replace(" ", "%20")
                        + (parts[1].isEmpty() ? "" : " ; " + parts[1])),
                place,
                folders);
    }

    /** Reads what {@code name @ address} says; the file's name must be a wheel of that package. */
    static DirectReference named(Requirement requirement, List<Path> folders) {
        WheelName wheel = wheel(requirement.url());
        if (!wheel.name().equals(requirement.name())) {
            throw new IllegalArgumentException(
                    "the wheel is one of " + wheel.name() + ", and " + requirement.name() + " is asked for");
        }
        return of(requirement, requirement.url(), folders);
    }

    private static DirectReference of(Requirement requirement, String place, List<Path> folders) {
        String scheme = RequirementText.scheme(place);
        if (scheme.startsWith("http")) {
            return onTheWeb(requirement, place);
        }
        Path file = find(scheme.isEmpty() ? place : local(place), folders);
        Requirement absolute = new Requirement(
                requirement.name(),
                requirement.extras(),
                requirement.specifiers(),
                file.toUri() + fragment(place),
                requirement.marker());
        return new DirectReference(absolute, "sha256:" + sha256(file), "");
    }

    /** A login and a query (a signature, a token) are for who fetches: no lock, message or tar has them. */
    private static DirectReference onTheWeb(Requirement requirement, String place) {
        String address = withoutFragment(place);
        String bare = address.replaceFirst("//[^/?]*@", "//").replaceFirst("\\?.*", "");
        Requirement clean = new Requirement(
                requirement.name(),
                requirement.extras(),
                requirement.specifiers(),
                bare + fragment(place),
                requirement.marker());
        return new DirectReference(clean, "", bare.equals(address) ? "" : address);
    }

    private static WheelName wheel(String place) {
        String scheme = RequirementText.scheme(place);
        String path = withoutFragment(place);
        int query = scheme.startsWith("http") ? path.indexOf('?') : -1;
        path = query < 0 ? path : path.substring(0, query);
        if (!scheme.isEmpty() && !scheme.startsWith("http") && !scheme.equals("file")) {
            throw new UnsupportedRequirement(
                    "A repository can't be a requirement yet: it would have to be built", BUILD);
        }
        if (!path.toLowerCase(Locale.ROOT).endsWith(".whl")) {
            throw new UnsupportedRequirement(
                    (scheme.isEmpty() ? "A path" : "An address") + " can be a requirement only where it is a wheel's",
                    BUILD);
        }
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return WheelName.parse(
                scheme.isEmpty() ? file : URLDecoder.decode(file.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static String local(String place) {
        String path = withoutFragment(place).substring("file:".length());
        if (path.startsWith("///")) {
            // A drive's letter stands behind a third slash: file:///C:/x.
            path = path.matches("///[A-Za-z]:.*") ? path.substring(3) : path.substring(2);
        } else if (path.startsWith("//localhost/")) {
            path = path.substring("//localhost".length());
        } else if (path.startsWith("//")) {
            throw new IllegalArgumentException("a file: address names no other machine");
        }
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Path find(String place, List<Path> folders) {
        String path = withoutFragment(place);
        for (Path folder : folders) {
            try {
                Path file = folder.resolve(path).toAbsolutePath().normalize();
                if (Files.isRegularFile(file)) {
                    return file;
                }
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("this can't be a path", e);
            }
        }
        throw new UnsupportedRequirement(
                "There is no file " + SafeText.of(path),
                "A path is relative to the file that names it, or to the folder of the POM.");
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = Sha256.digest();
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new IllegalArgumentException("the file can't be read: " + e, e);
        }
    }

    /** Parts the place from its marker; behind an address a blank must stand before the semicolon. */
    private static String[] split(String text) {
        int semicolon = text.indexOf(RequirementText.scheme(text).isEmpty() ? ";" : "; ");
        return semicolon < 0
                ? new String[] {text.strip(), ""}
                : new String[] {
                    text.substring(0, semicolon).strip(),
                    text.substring(semicolon + 1).strip()
                };
    }

    private static String withoutFragment(String place) {
        int hash = place.indexOf('#');
        return hash < 0 ? place : place.substring(0, hash);
    }

    private static String fragment(String place) {
        int hash = place.indexOf('#');
        return hash < 0 ? "" : place.substring(hash);
    }

    private static String withoutExtras(String what) {
        int open = what.endsWith("]") ? what.lastIndexOf('[') : -1;
        return open < 0 ? what : what.substring(0, open).stripTrailing();
    }
}
