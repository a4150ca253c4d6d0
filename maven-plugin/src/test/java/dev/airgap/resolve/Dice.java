package dev.airgap.resolve;

import dev.airgap.python.Requirement;
import dev.airgap.python.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Throws a small universe and a question about it; the same seed throws the same. */
final class Dice {

    private static final List<Problem.Strategy> STRATEGIES = List.of(Problem.Strategy.values());
    private static final String[] VERSIONS = {"1.0", "1.1", "2.0", "2.1", "3.0"};
    private static final String[] PRERELEASES = {"1.1rc1", "2.0b1", "3.0rc1", "4.0a1"};
    private static final String[] SPECIFIERS = {
        ">=1.1", ">=2", "<2", "<3,>=1.1", "==2.0", "==1.*", "!=2.0", "<=1.1", ">2.0", "~=2.0", "===1.1"
    };
    private static final String[] MARKERS = {
        "sys_platform == 'linux'", "sys_platform == 'win32'", "sys_platform != 'win32'", "platform_machine == 'x86_64'"
    };
    private static final String[] PLATFORMS = {
        "cp311-cp311-manylinux_2_17_x86_64", "cp311-cp311-manylinux_2_17_aarch64", "cp311-cp311-win_amd64"
    };
    private static final List<Target> TARGETS = List.of(World.LINUX, World.WINDOWS, World.ARM);

    private final Random random;
    private final boolean prereleases;
    final World world = new World();
    /** Package name to the releases thrown, for judges that do not ask the solver. */
    final Map<String, List<World.Release>> releases = new TreeMap<>();

    final Problem problem;

    Dice(long seed, int targets, boolean prereleases) {
        this.random = new Random(seed * 31 + targets);
        this.prereleases = prereleases;
        int packages = 2 + random.nextInt(7);
        for (int i = 0; i < packages; i++) {
            throwPackage("p" + i, packages);
        }
        List<Root> roots = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            roots.add(new Root(Requirement.parse(requirement(random.nextInt(packages), 0.15, 0.5)), "roots:" + i));
        }
        List<Root> constraints = new ArrayList<>();
        while (random.nextInt(4) == 0) {
            constraints.add(new Root(Requirement.parse("p" + random.nextInt(packages) + specifiers(1)), "constraints"));
        }
        this.problem = new Problem(
                TARGETS.subList(0, targets),
                roots,
                constraints,
                Map.of(),
                Problem.Prereleases.DEFAULT,
                STRATEGIES.get(random.nextInt(3)));
    }

    private void throwPackage(String name, int packages) {
        List<World.Release> list = new ArrayList<>();
        for (String version : VERSIONS) {
            if (random.nextInt(3) > 0) {
                list.add(throwRelease(name, version, packages));
            }
        }
        for (String version : PRERELEASES) {
            if (prereleases && random.nextInt(4) == 0) {
                list.add(throwRelease(name, version, packages));
            }
        }
        releases.put(name, list);
    }

    private World.Release throwRelease(String name, String version, int packages) {
        World.Release release = world.release(name, version).extras("x", "y");
        if (random.nextInt(15) == 0) {
            release.python(">=3.12");
        } else if (random.nextInt(15) == 0) {
            release.pythonInMetadata(">=3.12");
        }
        if (random.nextInt(15) == 0) {
            release.yanked("thrown");
        }
        int kind = random.nextInt(10);
        release.needs(needs(packages));
        if (kind < 6) {
            release.wheel("py3-none-any");
        } else {
            for (String platform : PLATFORMS) {
                if (random.nextInt(3) > 0) {
                    if (kind == 9) {
                        release.needs(needs(packages));
                    }
                    release.wheel(platform);
                }
            }
        }
        return release;
    }

    private String[] needs(int packages) {
        List<String> needs = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String need = requirement(random.nextInt(packages), 0.2, 0.6);
            if (random.nextInt(4) == 0) {
                String extra = "extra == '" + (random.nextBoolean() ? "x" : "y") + "'";
                need = need.contains(";") ? need + " and " + extra : need + "; " + extra;
            }
            needs.add(need);
        }
        return needs.toArray(new String[0]);
    }

    private String requirement(int number, double marked, double specified) {
        String extras = random.nextInt(6) == 0 ? random.nextBoolean() ? "[x]" : "[x,y]" : "";
        String marker = random.nextDouble() < marked ? "; " + MARKERS[random.nextInt(MARKERS.length)] : "";
        return "p" + number + extras + specifiers(specified) + marker;
    }

    private String specifiers(double specified) {
        if (random.nextDouble() >= specified) {
            return "";
        }
        if (prereleases && random.nextInt(8) == 0) {
            return ">=" + PRERELEASES[random.nextInt(PRERELEASES.length)];
        }
        return SPECIFIERS[random.nextInt(SPECIFIERS.length)];
    }
}
