#!/usr/bin/env python3
"""Records locks of uv, Poetry and PDM and what these tools themselves export of them, for dev.airgap.lock.foreign.

    python3 it/goldens/foreign_locks.py --uv UV --poetry POETRY --pdm PDM

writes maven-plugin/src/test/resources/goldens/foreign/: the locks of one project, and expected.tsv with a line for each
lock, selection and target: file, selection, target, `name==version` of all packages. The tools' exports keep markers;
packaging judges them for the target. A tool that isn't given keeps the lock and the lines that are there. Poetry wants
its export plugin, and a `[[tool.poetry.source]]` where PyPI's own JSON can't be reached (--source URL).
"""
import argparse
import pathlib
import subprocess
import tempfile

from packaging.markers import Marker, default_environment

OUT = pathlib.Path(__file__).resolve().parents[2] / "maven-plugin/src/test/resources/goldens/foreign"

PROJECT = """\
[project]
name = "sample"
version = "0.1.0"
requires-python = ">=3.11,<4.0"
dependencies = ["uvicorn[standard]==0.34.0", "colorama; sys_platform == 'win32'", "numpy<2.3", "tzdata"]
[project.optional-dependencies]
pg = ["psycopg[binary]==3.2.4"]
[dependency-groups]
dev = ["pytest==8.3.4"]
"""

TARGETS = {
    "cp311-manylinux_2_28_x86_64": ("3.11", "linux", "Linux", "posix", "x86_64"),
    "cp312-manylinux_2_28_aarch64": ("3.12", "linux", "Linux", "posix", "aarch64"),
    "cp313-win_amd64": ("3.13", "win32", "Windows", "nt", "AMD64"),
    "cp312-macosx_14_0_arm64": ("3.12", "darwin", "Darwin", "posix", "arm64"),
}
SELECTIONS = {"": ([], []), "[pg]": (["pg"], []), ":dev": ([], ["dev"])}


def environment(python, sys_platform, system, os_name, machine):
    values = default_environment()
    values.update(
        python_version=python, python_full_version=python + ".0", implementation_version=python + ".0",
        sys_platform=sys_platform, platform_system=system, os_name=os_name, platform_machine=machine,
        platform_release="", platform_version="", implementation_name="cpython",
        platform_python_implementation="CPython",
    )
    return values


def run(*command, cwd):
    return subprocess.run([str(c) for c in command], cwd=cwd, check=True, capture_output=True, text=True).stdout


def uv(tool, folder, extras, groups):
    more = [f"--extra={e}" for e in extras] + [f"--only-group={g}" for g in groups]
    if not groups:
        more.append("--no-default-groups")
    return run(tool, "export", "--frozen", "--no-hashes", "--no-header", "--no-annotate", "--no-emit-project", *more, cwd=folder)


def poetry(tool, folder, extras, groups):
    more = [f"--extras={e}" for e in extras] + [f"--only={g}" for g in groups]
    return run(tool, "export", "--without-hashes", *more, cwd=folder)


def pdm(tool, folder, extras, groups):
    more = ["--prod"] if not groups else ["--no-default"]
    more += [f"-G{g}" for g in extras + groups]
    return run(tool, "export", "--without-hashes", *more, cwd=folder)


def taken(exported, values):
    names = set()
    for line in exported.splitlines():
        line = line.split("#")[0].strip()
        if not line or line.startswith("-"):
            continue
        pin, _, marker = line.partition(";")
        if not marker or Marker(marker).evaluate(values):
            names.add(pin.strip().split("[")[0].lower().replace("_", "-") + ("==" + pin.split("==")[1].strip() if "[" in pin else ""))
    return sorted(names)


def main():
    parser = argparse.ArgumentParser()
    for name in ("uv", "poetry", "pdm"):
        parser.add_argument("--" + name)
    parser.add_argument("--source")
    args = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    table = OUT / "expected.tsv"
    lines = table.read_text().splitlines() if table.exists() else []

    def record(file, tool, export, folder):
        lines[:] = [line for line in lines if not line.startswith(file + "\t")]
        for selection, (extras, groups) in SELECTIONS.items():
            exported = export(tool, folder, extras, groups)
            for target, values in TARGETS.items():
                lines.append("\t".join([file, selection, target, " ".join(taken(exported, environment(*values)))]))

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / "pyproject.toml").write_text(PROJECT)
        if args.uv:
            run(args.uv, "lock", cwd=folder)
            (OUT / "uv.lock").write_bytes((folder / "uv.lock").read_bytes())
            record("uv.lock", args.uv, uv, folder)
            # The same once more in the standard's form; it has the extra in it, so its whole is the lock's [pg].
            (OUT / "pylock.toml").write_text(run(
                args.uv, "export", "--frozen", "--format=pylock.toml", "--no-header", "--extra=pg",
                "--no-default-groups", "--no-emit-project", cwd=folder))
            lines[:] = [line for line in lines if not line.startswith("pylock.toml\t")]
            lines.extend("pylock.toml\t\t" + line.split("\t", 2)[2] for line in list(lines) if line.startswith("uv.lock\t[pg]\t"))
        if args.pdm:
            run(args.pdm, "lock", "-q", "-G:all", cwd=folder)
            (OUT / "pdm.lock").write_bytes((folder / "pdm.lock").read_bytes())
            record("pdm.lock", args.pdm, pdm, folder)
        if args.poetry:
            if args.source:
                (folder / "pyproject.toml").write_text(
                    PROJECT + f'\n[[tool.poetry.source]]\nname = "simple"\nurl = "{args.source}"\npriority = "primary"\n')
            run(args.poetry, "lock", cwd=folder)
            (OUT / "poetry.lock").write_bytes((folder / "poetry.lock").read_bytes())
            record("poetry.lock", args.poetry, poetry, folder)
    table.write_text("\n".join(sorted(lines)) + "\n")


if __name__ == "__main__":
    main()
