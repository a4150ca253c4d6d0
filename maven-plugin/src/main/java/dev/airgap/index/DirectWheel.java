package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Version;
import dev.airgap.python.WheelName;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Stands for the one release that a direct reference names by a wheel's address (PEP 508, PEP 440's direct references). */
record DirectWheel(PackageName name, WheelFile wheel) implements Releases {

    private static final List<String> OTHER_HASHES = List.of("md5", "sha1", "sha224", "sha384", "sha512");

    /** Links nowhere; a plain address is left to the transport, which refuses it where the POM does not name it. */
    private static final URI WEB = URI.create("http://invalid/");

    /** Reads the address; its fragment may bring a {@code sha256=}, other words of it are pip's own. */
    static DirectWheel of(Requirement requirement) {
        String url = requirement.url();
        int hash = url.indexOf('#');
        String place = hash < 0 ? url : url.substring(0, hash);
        String plain = place.startsWith("file:") ? place : new Address(WEB).resolve(place);
        String file = plain == null ? null : Address.fileName(plain);
        if (file == null) {
            throw broken(requirement, "this is no address of a wheel on the web", null);
        }
        try {
            WheelName wheel = WheelName.parse(file);
            if (!wheel.name().equals(requirement.name())) {
                throw broken(requirement, "the wheel is one of " + wheel.name(), null);
            }
            URI address = URI.create(plain);
            long size = "file".equals(address.getScheme()) ? Files.size(Path.of(address)) : -1;
            for (String other : OTHER_HASHES) {
                if (!Address.fragment(url, other).isEmpty()) {
                    throw broken(requirement, "its #" + other + "= can't be compared: indexes give sha256", null);
                }
            }
            String sha256 = sha256(requirement, Address.fragment(url, "sha256"));
            return new DirectWheel(
                    requirement.name(),
                    new WheelFile(wheel, address, sha256, size, Specifiers.ANY, null, "", "", IndexSource.DIRECT));
        } catch (IllegalArgumentException | IOException e) {
            throw broken(requirement, String.valueOf(e.getMessage()), e);
        }
    }

    private static String sha256(Requirement requirement, String digits) {
        String lower = digits.toLowerCase(Locale.ROOT);
        if (!lower.isEmpty() && !lower.matches("[0-9a-f]{64}")) {
            throw broken(requirement, "its #sha256= has not 64 hex digits", null);
        }
        return lower;
    }

    private static FaultException broken(Requirement requirement, String why, Exception cause) {
        return new FaultException(
                Fault.of("The address of " + requirement.name() + " can't be taken")
                        .at(SafeUrl.printable(requirement.url().replaceAll("//[^/]*@", "//")))
                        .because(Link.plain(why))
                        .advise("Name a wheel: " + requirement.name()
                                + " @ https://host/…/name-version-py3-none-any.whl"),
                cause);
    }

    @Override
    public String index() {
        return IndexSource.DIRECT;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Version version(int position) {
        return wheel.name().version();
    }

    @Override
    public List<WheelFile> wheels(int position) {
        return List.of(wheel);
    }

    @Override
    public boolean hasSdist(int position) {
        return false;
    }
}
