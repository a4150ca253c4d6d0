package dev.airgap.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
}
