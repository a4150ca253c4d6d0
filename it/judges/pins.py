#!/usr/bin/env python3
"""Compares the lock's pins with those of `uv pip compile` for the same target, in the same run, set by set.

Usage: pins.py --uv UV [--mvn MVN] [--table FILE.md] [SET ...]
A set is a folder of it/examples. Prints each difference; ends with 1 where one is not explained below.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "examples"
TARGETS = {
    "cp311-manylinux_2_36_x86_64": ("3.11.0", "x86_64-manylinux_2_36"),
    "cp311-manylinux_2_28_aarch64": ("3.11.0", "aarch64-manylinux_2_28"),
}
# Package to the reason why our pin may be another than uv's; a reason stands for that package alone.
EXPLAINED = {}


def normalised(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def lock(args, folder):
    command = [args.mvn, "-B", "-ntp", "-q", "dev.airgap:airgap-maven-plugin:%s:lock" % args.version,
               "-Dairgap.requirements=requirements.txt", "-Dairgap.targets=" + ",".join(TARGETS)]
    subprocess.run(command, cwd=folder, check=True)
    pins = {target: {} for target in TARGETS}
    for package in tomllib.loads((folder / "airgap.lock").read_text())["package"]:
        wheels = package["wheels"]
        for target in TARGETS:
            if any(target in wheel.get("targets", TARGETS) for wheel in wheels) and applies(package, target):
                pins[target][package["name"]] = package["version"]
    return pins


def applies(package, target):
    return target in package.get("targets", TARGETS)


def compiled(args, folder, target):
    version, platform = TARGETS[target]
    output = folder / "uv.txt"
    output.unlink(missing_ok=True)
    subprocess.run([args.uv, "pip", "compile", "-q", "--no-header", "--no-annotate", "--only-binary", ":all:",
                    "--python-version", version, "--python-platform", platform, "requirements.txt", "-o", output],
                   cwd=folder, check=True, env=dict(os.environ, PIP_CONFIG_FILE=os.devnull))
    pins = {}
    for line in output.read_text().splitlines():
        match = re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*])?==([^ ;]+)", line)
        if match:
            pins[normalised(match[1])] = match[2]
    return pins


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--uv", default="uv")
    parser.add_argument("--mvn", default="mvn")
    parser.add_argument("--version", default="0.1.0-SNAPSHOT")
    parser.add_argument("sets", nargs="*")
    args = parser.parse_args()
    args.mvn = shutil.which(args.mvn) or args.mvn
    unexplained = 0
    for name in args.sets or sorted(path.name for path in EXAMPLES.iterdir() if (path / "requirements.txt").exists()):
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            shutil.copy(EXAMPLES / name / "requirements.txt", folder)
            ours = lock(args, folder)
            for target in TARGETS:
                theirs = compiled(args, folder, target)
                differing = sorted(p for p in ours[target].keys() | theirs.keys() if ours[target].get(p) != theirs.get(p))
                print("%-22s %-30s %3d packages, uv %3d, %d differ" % (name, target, len(ours[target]), len(theirs), len(differing)), flush=True)
                for package in differing:
                    reason = EXPLAINED.get(package, "")
                    unexplained += not reason
                    print("    %s: ours %s, uv %s%s" % (package, ours[target].get(package, "-"), theirs.get(package, "-"), " - " + reason if reason else ""))
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
