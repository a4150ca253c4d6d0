"""What the judges share: the lock's pins and those of `uv pip compile` for the same targets, each with its time."""

import dataclasses
import os
import pathlib
import re
import subprocess
import sys
import time

# uv has no triple for a musllinux or macOS of a certain version: it takes musllinux 1.2, and macOS by this variable.
PLATFORMS = {
    r"manylinux_2_(\d+)_(x86_64|aarch64)": r"\2-manylinux_2_\1",
    r"musllinux_1_2_(x86_64|aarch64)": r"\1-unknown-linux-musl",
    r"macosx_\d+_\d+_x86_64": "x86_64-apple-darwin",
    r"macosx_\d+_\d+_arm64": "aarch64-apple-darwin",
    r"win_amd64": "x86_64-pc-windows-msvc",
    r"win_arm64": "aarch64-pc-windows-msvc",
}
NO_ANSWER = re.compile(
    r"cannot be had (with all it needs|together|for)|contradicts itself|^No release of \S+ matches |"
    r"No index knows a package named",
    re.MULTILINE,
)
UV_NO_ANSWER = re.compile(r"No solution found|was not found in the package registry")


@dataclasses.dataclass
class Answer:
    """One tool's answer: its pins by target, None where there is none; what it said; wall seconds."""

    pins: dict | None
    said: str
    seconds: float


class Failed(Exception):
    """A tool ended neither with an answer nor with a clear no."""


def normalised(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def pins_in(text):
    """Reads `name==version` off the lines of a requirements file."""
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*])?==([^\s;]+)", text, re.MULTILINE)
    return {normalised(name): version for name, version in found}


def parts(target):
    """Splits cp311-manylinux_2_36_x86_64 into 3.11 and manylinux_2_36_x86_64."""
    python, platform = target.split("-", 1)
    return "%s.%s" % (python[2], python[3:]), platform


def uv_platform(target):
    platform = parts(target)[1]
    for pattern, triple in PLATFORMS.items():
        if re.fullmatch(pattern, platform):
            return re.sub(pattern, triple, platform)
    raise Failed("uv has no platform for " + target)


def environment(**more):
    """The user's environment without what would steer the tools differently."""
    kept = {k: v for k, v in os.environ.items() if k not in ("CI", "PIP_FIND_LINKS", "PYTHONPATH", "PIP_TARGET")}
    return dict(kept, PIP_CONFIG_FILE=os.devnull, **more)


def run(command, folder, **more):
    """Runs a whole process; gives its code, its output with its errors, and wall seconds."""
    start = time.perf_counter()
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, env=environment(**more), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout, time.perf_counter() - start


class Judge:
    """Runs the plugin and uv, both with caches of their own below `work`."""

    def __init__(self, mvn, version, uv, work):
        self.mvn, self.version, self.uv, self.work = mvn, version, uv, pathlib.Path(work)

    def maven(self, goal, folder, targets, **more):
        return run(
            [self.mvn, "-B", "-ntp", "-q", "dev.airgap:airgap-maven-plugin:%s:%s" % (self.version, goal),
             "-Dairgap.requirements=requirements.txt", "-Dairgap.targets=" + ",".join(targets)],
            folder, AIRGAP_STORE=str(self.work / "store"), **more,
        )

    def lock(self, folder, targets, **more):
        """Locks the folder's requirements.txt; `more` is environment."""
        code, said, seconds = self.maven("lock", folder, targets, **more)
        if code == 0:
            lists = folder / "target" / "airgap" / "requirements"
            return Answer({t: pins_in((lists / (t + ".txt")).read_text()) for t in targets}, said, seconds)
        if not NO_ANSWER.search(re.sub(r"^\[ERROR\] ", "", said, flags=re.MULTILINE)):
            raise Failed("airgap:lock failed in %s:\n%s" % (folder, said))
        return Answer(None, said, seconds)

    def compile(self, folder, target, patch=0, constraints=None, options=()):
        """Lets uv resolve the folder's requirements.txt; `constraints` are pins that it has to keep to."""
        output = folder / "uv.txt"
        output.unlink(missing_ok=True)  # uv would keep to the pins of an older one
        python, platform = parts(target)
        command = [self.uv, "pip", "compile", "-q", "--no-header", "--no-annotate", "--only-binary", ":all:",
                   "--python", sys.executable, "--no-python-downloads",  # or it looks far and wide for the target's
                   "--python-version", "%s.%d" % (python, patch), "--python-platform", uv_platform(target),
                   "requirements.txt", "-o", output, *options]
        if constraints is not None:
            (folder / "held.txt").write_text("".join("%s==%s\n" % pin for pin in sorted(constraints.items())))
            command += ["-c", "held.txt"]
        more = {"UV_CACHE_DIR": str(self.work / "uv")}
        mac = re.match(r"macosx_(\d+)_(\d+)_", platform)
        if mac:
            more["MACOSX_DEPLOYMENT_TARGET"] = "%s.%s" % mac.groups()
        code, said, seconds = run(command, folder, **more)
        if code == 0:
            return Answer({target: pins_in(output.read_text())}, said, seconds)
        if not UV_NO_ANSWER.search(said):
            raise Failed("uv failed in %s:\n%s" % (folder, said))
        return Answer(None, said, seconds)


def differing(ours, theirs):
    """Names the packages that two pin sets have in other versions, or only one of them has."""
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
