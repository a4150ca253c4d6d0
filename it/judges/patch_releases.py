#!/usr/bin/env python3
"""Shows with real interpreters that one lock installs on two patch releases of one Python.

Usage: patch_releases.py [--uv UV] [--mvn MVN] [--requirement redis ...] [INTERPRETER ...]
Looks for interpreters on the PATH and below ~/.pyenv/versions where none are named, and takes the lowest and the highest
patch release of each minor version that has two. It says what it ran; it ends with 2 where there are no two of one minor
version, and with 1 where an installation fails.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

# redis needs async-timeout before 3.11.3 alone, build needs importlib-metadata before 3.10.2 alone.
REQUIREMENTS = ["redis", "build"]
IMPORTS = {"redis": "redis.asyncio", "build": "build"}


def interpreters(named):
    """Gives X.Y to {(X, Y, Z): path}; those that don't answer or have no venv are left aside and told."""
    folders = [pathlib.Path(folder) for folder in os.environ["PATH"].split(os.pathsep) if "shims" not in folder]
    folders += sorted(pathlib.Path.home().glob(".pyenv/versions/*/bin"))
    paths = named or [path for folder in folders for path in sorted(folder.glob("python3*"))
                      if re.fullmatch(r"python3(\.[0-9]+)?", path.name)]
    code = ("import json, sys, sysconfig, venv, ensurepip; print(json.dumps([sys.implementation.name, "
            "list(sys.version_info[:3]), bool(sysconfig.get_config_var('Py_GIL_DISABLED')), sys.executable]))")
    found = {}
    for path in paths:
        answer = subprocess.run([str(path), "-c", code], capture_output=True, text=True)
        if answer.returncode:
            print("left aside: %s: %s" % (path, (answer.stderr.strip().splitlines() or ["no answer"])[-1]))
            continue
        name, version, threaded, executable = json.loads(answer.stdout)
        if name == "cpython" and not threaded and version >= [3, 9]:
            found.setdefault(tuple(version[:2]), {}).setdefault(tuple(version), executable)
    return found


def run(command, **options):
    return subprocess.run([str(word) for word in command], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)


def must(command, **options):
    answer = run(command, **options)
    if answer.returncode:
        sys.exit("%s ended with %d:\n%s" % (" ".join(map(str, command)), answer.returncode, answer.stdout))
    return answer.stdout


def offline():
    """Gives an environment in which pip knows no index but what its command line says."""
    left = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
    return dict(left, PIP_CONFIG_FILE=os.devnull, PIP_NO_INDEX="1", PIP_DISABLE_PIP_VERSION_CHECK="1")


def pins(text):
    return {re.sub(r"[-_.]+", "-", match[1]).lower(): match[2]
            for match in re.finditer(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", text, re.MULTILINE)}


def install(args, interpreter, folder, listed):
    """Installs a list into a fresh environment with that interpreter's own pip; gives pip's words where it refuses."""
    shutil.rmtree(folder, ignore_errors=True)
    must([interpreter, "-m", "venv", folder])
    python = folder / "bin" / "python"
    for step in (["-m", "pip", "install", "-q", *listed], ["-m", "pip", "check"],
                 ["-c", "import " + ", ".join(IMPORTS.get(name, name) for name in args.requirement)]):
        answer = run([python, *step], env=offline())
        if answer.returncode:
            return answer.stdout.strip()
    return ""


def judge(args, minor, pair):
    names = [".".join(map(str, version)) for version in pair]
    print("Python %d.%d: %s" % (*minor, " and ".join("%s (%s)" % (name, path) for name, path in zip(names, pair.values()))))
    glibc = platform.libc_ver()[1].replace(".", "_")
    target = "cp%d%d-manylinux_%s_%s" % (*minor, glibc, platform.machine())
    bad = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "requirements.txt").write_text("".join(line + "\n" for line in args.requirement))
        must([args.mvn, "-B", "-ntp", "-q", "dev.airgap:airgap-maven-plugin:%s:bundle" % args.version,
              "-Dairgap.requirements=requirements.txt", "-Dairgap.targets=" + target], cwd=scratch)
        bundle = scratch / "bundle"
        bundle.mkdir()
        must(["tar", "-xf", scratch / "target" / "airgap-bundle.tar", "-C", bundle])
        listed = bundle / "requirements" / (target + ".txt")
        ours = pins(listed.read_text())
        print("  our lock for %s: %s" % (target, ", ".join("%s %s" % pin for pin in sorted(ours.items()))))
        for name, path in zip(names, pair.values()):
            refused = install(args, path, scratch / "app", ["-r", listed])
            bad += bool(refused)
            print("  pip of %s: %s" % (name, refused or "installed, checked, imported"))
        for name in names:
            theirs = pins(must([args.uv, "pip", "compile", "-q", "--only-binary", ":all:", "--python-version", name,
                                "requirements.txt"], cwd=scratch, env=dict(os.environ, PIP_CONFIG_FILE=os.devnull)))
            missing = sorted(set(ours) - set(theirs))
            print("  uv pip compile for %s alone leaves out: %s" % (name, ", ".join(missing) or "nothing"))
            (scratch / "uv.txt").write_text("".join("%s==%s\n" % pin for pin in theirs.items()))
            for other, path in zip(names, pair.values()):
                words = install(args, path, scratch / "app", ["--no-deps", "--find-links", bundle / "wheels", "-r", scratch / "uv.txt"])
                print("    its list on %s: %s" % (other, words.splitlines()[-1] if words else "installed, checked, imported"))
    return bad


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--uv", default="uv")
    parser.add_argument("--mvn", default="mvn")
    parser.add_argument("--version", default="0.1.0-SNAPSHOT")
    parser.add_argument("--requirement", action="append")
    parser.add_argument("interpreter", nargs="*")
    args = parser.parse_args()
    args.mvn = shutil.which(args.mvn) or args.mvn
    args.requirement = args.requirement or REQUIREMENTS
    found = {minor: releases for minor, releases in interpreters(args.interpreter).items() if len(releases) > 1}
    if not found:
        print("No two patch releases of one Python were found: nothing was shown. Name two interpreters.")
        sys.exit(2)
    sys.exit(1 if sum(judge(args, minor, dict([min(found[minor].items()), max(found[minor].items())])) for minor in sorted(found)) else 0)


if __name__ == "__main__":
    main()
