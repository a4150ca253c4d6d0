#!/usr/bin/env python3
"""Lets packaging, pip and uv judge pylock files and requirements files that airgap:lock or a bundle holds.

    python3 -m venv v && v/bin/pip install pip==26.3 packaging==26.3 uv
    PIP_CONFIG_FILE=/dev/null v/bin/python it/judges/pylock.py FILE...

A FILE is a pylock.<target>.toml or a requirements/<target>.txt of a target that this interpreter is. All three tools must
agree on the set of name==version, and it must be the set that the file names. With --parse alone the tools' own
installation is left out: that suits a target that this machine isn't.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

from packaging.pylock import Pylock
from packaging.utils import canonicalize_name
from packaging.version import Version

for name in [name for name in os.environ if name.startswith("PIP_") and name not in ("PIP_CERT", "PIP_CONFIG_FILE")]:
    del os.environ[name]


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def named(file):
    """Gives what the file itself says, read the plainest way."""
    if file.suffix == ".toml":
        packages = tomllib.loads(file.read_text("utf-8"))["packages"]
        return {(canonicalize_name(p["name"]), Version(p["version"])) for p in packages}
    pins = re.findall(r"^([a-z0-9-]+)==(\S+) \\\n    --hash=sha256:[0-9a-f]{64}$", file.read_text("utf-8"), re.M)
    return {(canonicalize_name(name), Version(version)) for name, version in pins}


def by_packaging(file):
    lock = Pylock.from_dict(tomllib.loads(file.read_text("utf-8")))
    for package in lock.packages:
        for wheel in package.wheels:
            assert wheel.hashes["sha256"] and wheel.size >= 0, wheel
    return lock


def by_pip(file):
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        run(sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--no-deps",
            "--report", report.name, "-r", str(file))
        installs = json.load(open(report.name, encoding="utf-8"))["install"]
    return {(canonicalize_name(i["metadata"]["name"]), Version(i["metadata"]["version"])) for i in installs}


def by_uv(file):
    with tempfile.TemporaryDirectory() as folder:
        run("uv", "venv", "--quiet", "--python", sys.executable, f"{folder}/v")
        said = run("uv", "pip", "sync", "--dry-run", "--python", f"{folder}/v/bin/python", "--preview", str(file))
    found = re.findall(r"^ \+ ([\w.-]+)==(\S+)", said, re.M)
    return {(canonicalize_name(name), Version(version)) for name, version in found}


os.environ["PATH"] = f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
parse_alone = "--parse" in sys.argv
for file in [pathlib.Path(word) for word in sys.argv[1:] if word != "--parse"]:
    expected = named(file)
    judges = {}
    if file.suffix == ".toml":
        lock = by_packaging(file)
        judges["packaging"] = {(p.name, p.version) for p in lock.packages}
        if not parse_alone:
            judges["packaging.select"] = {(p.name, p.version) for p, _ in lock.select()}
    if not parse_alone:
        judges["pip"] = by_pip(file)
        judges["uv"] = by_uv(file)
    for judge, found in judges.items():
        if found != expected:
            sys.exit(f"{file}: {judge} differs: {sorted(map(str, found ^ expected))}")
    print(f"{file}: {len(expected)} packages; agreed: {', '.join(judges) or 'nobody asked'}")
