package dev.airgap.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Finds the store's folder: AIRGAP_STORE, else the platform's own place for caches. */
public final class StorePlace {

    private StorePlace() {}

    /**
     * Decides by what it is given alone.
     *
     * @param system the value of {@code os.name}
     * @param home the user's home folder
     */
    public static Path locate(Map<String, String> environment, String system, Path home) {
        String named = environment.getOrDefault("AIRGAP_STORE", "");
        if (!named.isEmpty()) {
            return Path.of(named).toAbsolutePath();
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("airgap");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("airgap");
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        // XDG Base Directory Specification: a relative path is invalid and to be ignored.
        boolean usable = !cache.isEmpty() && Path.of(cache).isAbsolute();
        return (usable ? Path.of(cache) : home.resolve(".cache")).resolve("airgap");
    }
}
