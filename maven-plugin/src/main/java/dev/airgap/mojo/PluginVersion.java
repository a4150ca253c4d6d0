package dev.airgap.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Properties;

/** Knows this plugin's version, as its build wrote it. */
final class PluginVersion {

    private PluginVersion() {}

    static String get() {
        Properties properties = new Properties();
        try (InputStream stream = PluginVersion.class.getResourceAsStream("plugin.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    /** Names this very build: a release by its version, a SNAPSHOT, which is built many times, by its jar as well. */
    static String build() {
        try {
            return build(
                    get(),
                    Path.of(PluginVersion.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks at the jar's size and time alone: to hash it would cost an unchanged build a third of a second. */
    static String build(String version, Path jar) {
        if (!version.endsWith("-SNAPSHOT")) {
            return version;
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return version
                    + '+'
                    + attributes.size()
                    + '.'
                    + attributes.lastModifiedTime().toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
