package dev.airgap.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Describes an operating system, its C library and its processor as far as wheels care.
 *
 * @param name the platform tag that says most: {@code manylinux_2_36_x86_64}
 * @param tags the platform tags accepted there, best first
 * @param osName the marker os_name
 * @param sysPlatform the marker sys_platform
 * @param system the marker platform_system
 * @param machine the marker platform_machine
 */
record Platform(String name, List<String> tags, String osName, String sysPlatform, String system, String machine) {

    private static final Set<String> GLIBC_ARCHES = Set.of(
            "x86_64", "i686", "aarch64", "armv7l", "armv8l", "ppc64", "ppc64le", "s390x", "riscv64", "loongarch64");
    private static final Set<String> MUSL_ARCHES =
            Set.of("x86_64", "i686", "aarch64", "armv6l", "armv7l", "ppc64le", "s390x", "riscv64", "loongarch64");
    private static final int NEWEST_GLIBC = 99;

    /** Parses a platform tag; the older names of manylinux stand for those of PEP 600. */
    static Platform parse(String raw) {
        if (raw.startsWith("win")) {
            return windows(raw);
        }
        if (raw.startsWith("macosx_")) {
            int[] version = new int[2];
            String arch = versioned(raw, "macosx_", version);
            return mac(raw, version, arch);
        }
        if (raw.startsWith("musllinux_")) {
            int[] version = new int[2];
            String arch = versioned(raw, "musllinux_", version);
            return musl(raw, version, arch);
        }
        if (raw.startsWith("manylinux_")) {
            int[] version = new int[2];
            String arch = versioned(raw, "manylinux_", version);
            if (version[0] != 2) {
                throw fault(raw, "glibc's major version is 2");
            }
            return glibc(raw, version[1], arch);
        }
        String[] legacy = {"manylinux1_", "manylinux2010_", "manylinux2014_"};
        int[] minors = {5, 12, 17};
        for (int i = 0; i < legacy.length; i++) {
            if (raw.startsWith(legacy[i])) {
                return glibc(raw, minors[i], raw.substring(legacy[i].length()));
            }
        }
        if (raw.startsWith("linux_")) {
            String arch = raw.substring("linux_".length());
            throw fault(
                    raw,
                    "it leaves the C library open; write manylinux_2_36_" + arch + " or musllinux_1_2_" + arch
                            + ", as the target has it");
        }
        throw fault(
                raw, "known are manylinux_X_Y_ARCH, musllinux_X_Y_ARCH, macosx_X_Y_ARCH, win32, win_amd64, win_arm64");
    }

    /** Reads {@code prefixX_Y_arch}; gives the architecture. */
    private static String versioned(String raw, String prefix, int[] version) {
        int at = prefix.length();
        for (int i = 0; i < 2; i++) {
            int end = raw.indexOf('_', at);
            if (end <= at || end - at > 3) {
                throw fault(raw, "expected " + prefix + "X_Y_ARCH");
            }
            for (int k = at; k < end; k++) {
                char c = raw.charAt(k);
                if (c < '0' || c > '9') {
                    throw fault(raw, "expected " + prefix + "X_Y_ARCH");
                }
                version[i] = version[i] * 10 + c - '0';
            }
            at = end + 1;
        }
        return raw.substring(at);
    }

    /** Containers, Debian and Windows have names of their own for a processor; wheels have the kernel's. */
    private static String meant(String arch) {
        return switch (arch) {
            case "amd64", "x64", "x86-64" -> "; did you mean x86_64?";
            case "arm64" -> "; did you mean aarch64?";
            case "x86", "386", "i386", "i586" -> "; did you mean i686?";
            case "armv7", "armhf" -> "; did you mean armv7l?";
            default -> "";
        };
    }

    private static Platform glibc(String raw, int minor, String arch) {
        boolean intel = arch.equals("x86_64") || arch.equals("i686");
        int oldest = intel ? 5 : 17;
        if (!GLIBC_ARCHES.contains(arch)) {
            throw fault(raw, "no wheels with C code are built for glibc on that processor" + meant(arch));
        }
        if (minor < oldest || minor > NEWEST_GLIBC) {
            throw fault(raw, "the oldest is manylinux_2_" + oldest + "_" + arch + ", the newest " + NEWEST_GLIBC);
        }
        List<String> tags = new ArrayList<>();
        // A 64-bit ARM processor in 32-bit mode runs what was built for the older one as well.
        String[] arches = arch.equals("armv8l") ? new String[] {arch, "armv7l"} : new String[] {arch};
        for (String one : arches) {
            tags.add("linux_" + one);
        }
        for (String one : arches) {
            for (int i = minor; i >= oldest; i--) {
                tags.add("manylinux_2_" + i + "_" + one);
                String legacy = i == 17 ? "manylinux2014_" : i == 12 ? "manylinux2010_" : i == 5 ? "manylinux1_" : "";
                if (!legacy.isEmpty()) {
                    tags.add(legacy + one);
                }
            }
        }
        return linux("manylinux_2_" + minor + "_" + arch, tags, arch);
    }

    private static Platform musl(String raw, int[] version, String arch) {
        if (!MUSL_ARCHES.contains(arch)) {
            throw fault(raw, "no wheels with C code are built for musl on that processor" + meant(arch));
        }
        if (version[0] != 1) {
            throw fault(raw, "musl's major version is 1");
        }
        List<String> tags = new ArrayList<>();
        tags.add("linux_" + arch);
        for (int i = version[1]; i >= 0; i--) {
            tags.add("musllinux_1_" + i + "_" + arch);
        }
        return linux("musllinux_1_" + version[1] + "_" + arch, tags, arch);
    }

    private static Platform linux(String name, List<String> tags, String arch) {
        return new Platform(name, tags, "posix", "linux", "Linux", arch);
    }

    private static Platform windows(String raw) {
        String machine = switch (raw) {
            case "win32", "win_amd64" -> "AMD64";
            case "win_arm64" -> "ARM64";
            default -> throw fault(raw, "Windows has win32, win_amd64 and win_arm64");
        };
        return new Platform(raw, List.of(raw), "nt", "win32", "Windows", machine);
    }

    private static Platform mac(String raw, int[] version, String arch) {
        boolean intel = arch.equals("x86_64");
        if (!intel && !arch.equals("arm64")) {
            throw fault(
                    raw, "a Mac has x86_64 or arm64, and takes universal wheels as well; for both name two targets");
        }
        boolean old = version[0] == 10;
        if (version[0] < 10 || old && (!intel || version[1] < 4 || version[1] > 16)) {
            throw fault(raw, "macOS runs wheels from macosx_10_4_x86_64 and macosx_11_0_arm64 on");
        }
        List<String> tags = new ArrayList<>();
        for (int major = version[0]; major > 10; major--) {
            addMac(tags, major, 0, intel);
        }
        for (int minor = old ? version[1] : 16; minor >= 4; minor--) {
            if (intel) {
                addMac(tags, 10, minor, true);
            } else {
                // A universal wheel names the older system that its Intel half runs on.
                tags.add("macosx_10_" + minor + "_universal2");
            }
        }
        int minor = old ? version[1] : 0;
        return new Platform("macosx_" + version[0] + "_" + minor + "_" + arch, tags, "posix", "darwin", "Darwin", arch);
    }

    private static void addMac(List<String> tags, int major, int minor, boolean intel) {
        String system = "macosx_" + major + "_" + minor + "_";
        if (intel) {
            for (String format : new String[] {"x86_64", "intel", "fat64", "fat3", "universal2", "universal"}) {
                tags.add(system + format);
            }
        } else {
            tags.add(system + "arm64");
            tags.add(system + "universal2");
        }
    }

    private static IllegalArgumentException fault(String raw, String why) {
        return new IllegalArgumentException("'" + Words.shown(raw) + "' is no platform of a target: " + why);
    }
}
