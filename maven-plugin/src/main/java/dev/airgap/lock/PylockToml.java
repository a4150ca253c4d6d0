package dev.airgap.lock;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes one target's pins as a PEP 751 lock file, {@code pylock.<target>.toml}. */
public final class PylockToml {

    private PylockToml() {}

    /** Gives the bundle's file: wheels by path below {@code wheels/}. */
    public static String bundled(Lock lock, String target) {
        return text(lock, target, (out, wheel) -> out.raw("path = ").string("wheels/" + wheel.file()));
    }

    /**
     * Gives the file with wheels by address.
     *
     * @param lock what is locked
     * @param target a target of it
     * @param base the address of the lock's folder, against which relative addresses are resolved
     */
    public static String addressed(Lock lock, String target, URI base) {
        return text(
                lock,
                target,
                (out, wheel) ->
                        out.raw("url = ").string(base.resolve(wheel.url()).toString()));
    }

    private static String text(Lock lock, String target, BiConsumer<TomlText, LockedWheel> place) {
        LockedTarget locked = lock.targets().stream()
                .filter(candidate -> candidate.id().equals(target))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the lock has no target " + Rules.quoted(target)));
        TomlText out = new TomlText();
        out.line("lock-version", "1.0");
        String environment = environment(locked.platform());
        if (!environment.isEmpty()) {
            out.raw("environments = ").strings(List.of(environment)).raw("\n");
        }
        out.line("requires-python", "==" + minor(locked.python()) + ".*");
        out.line("created-by", "airgap-maven-plugin");
        List<LockedPackage> packages = lock.packages(target);
        if (packages.isEmpty()) {
            out.raw("packages = []\n");
        }
        for (LockedPackage one : packages) {
            LockedWheel wheel = one.wheel(target);
            out.raw("\n[[packages]]\n");
            out.line("name", one.name());
            out.line("version", one.version());
            List<String> needed = one.dependencies().get(target);
            if (!needed.isEmpty()) {
                out.raw("dependencies = [");
                for (int i = 0; i < needed.size(); i++) {
                    out.raw(i == 0 ? "{ name = " : ", { name = ")
                            .string(needed.get(i))
                            .raw(" }");
                }
                out.raw("]\n");
            }
            out.raw("wheels = [{ name = ").string(wheel.file()).raw(", ");
            place.accept(out, wheel);
            out.raw(", size = ").raw(wheel.size());
            out.raw(", hashes = { sha256 = ").string(wheel.sha256()).raw(" } }]\n");
        }
        return out.toString();
    }

    private static String minor(String python) {
        int dot = python.indexOf('.', python.indexOf('.') + 1);
        return dot < 0 ? python : python.substring(0, dot);
    }

    /**
     * Says in markers where the target's wheels run; empty where the platform tells too little. A 32-bit system tells
     * its kernel's machine, so only the 64-bit machines are named.
     */
    private static String environment(String platform) {
        List<String> markers = new ArrayList<>();
        if (platform.startsWith("win")) {
            markers.add("sys_platform == 'win32'");
            if (platform.equals("win_amd64")) {
                markers.add("platform_machine == 'AMD64'");
            }
        } else if (platform.startsWith("macosx")) {
            markers.add("sys_platform == 'darwin'");
        } else if (platform.contains("linux")) {
            markers.add("sys_platform == 'linux'");
        }
        for (String machine : List.of("x86_64", "aarch64", "arm64", "ppc64le", "s390x", "riscv64")) {
            if (!markers.isEmpty() && platform.endsWith('_' + machine)) {
                markers.add("platform_machine == '" + machine + "'");
            }
        }
        return String.join(" and ", markers);
    }
}
