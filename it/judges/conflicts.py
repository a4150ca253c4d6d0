#!/usr/bin/env python3
"""Puts what this plugin, uv and pip say of real conflicts side by side, asked in the same run of the same index.

Usage: conflicts.py --uv UV --pip PIP [--mvn MVN] [--table FILE.md] [CONFLICT ...]
Wheels only, the same interpreter and platform for all three. Ends with 1 where one of them finds an answer to a
conflict that is none any more.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import textwrap
from dataclasses import dataclass, field

LINUX, MUSL, ARM = "manylinux_2_28_x86_64", "musllinux_1_2_x86_64", "manylinux_2_28_aarch64"
UV_PLATFORMS = {LINUX: "x86_64-manylinux_2_28", MUSL: "x86_64-unknown-linux-musl", ARM: "aarch64-manylinux_2_28"}
# pip takes each platform as it is written: the older ones of the same kind have to be named too.
PIP_PLATFORMS = {
    LINUX: ["manylinux_2_%d_x86_64" % n for n in range(28, 4, -1)] + ["manylinux2014_x86_64", "linux_x86_64"],
    MUSL: ["musllinux_1_2_x86_64", "musllinux_1_1_x86_64"],
    ARM: ["manylinux_2_%d_aarch64" % n for n in range(28, 16, -1)] + ["manylinux2014_aarch64"],
}


@dataclass(frozen=True)
class Conflict:
    title: str
    requirements: str
    plainer: str
    targets: tuple = (("3.11", LINUX),)
    constraints: str = ""
    # An answer that one of the others gives all the same, and why that is no answer to this question.
    answered: dict = field(default_factory=dict)


CONFLICTS = {
    "two-roots": Conflict(
        "Two files that contradict each other",
        "-r base.txt\ndjango>=5\n--- base.txt\ndjango<4.3\n",
        "Both files are named with their lines, which uv and pip leave out, and a version is named that each of them would take."),
    "root-and-dependency": Conflict(
        "What is asked for against what another package needs",
        "fastapi==0.110.0\nstarlette>=0.40\n",
        "The same facts as uv's in fewer words, each with its file and line; only here is a version named that ends the conflict."),
    "deep-chain": Conflict(
        "A chain of four packages",
        "tensorflow-text==2.12.1\ngoogle-auth-oauthlib>=1.1\n",
        "The chain from the file down, one package a line; uv proves it by intermediate steps, pip leaves out how tensorboard came in."),
    "old-python": Conflict(
        "A Python that is too old",
        "pandas>=2\nnumpy>=2.1\n",
        "It says that Python is the reason, and for which releases; uv speaks of wheels, pip of releases that do not match.",
        targets=(("3.9", LINUX),)),
    "new-python": Conflict(
        "A Python that is too new",
        "numba==0.56.4\n",
        "It names the interpreters that there are wheels for and the release to take; uv gives no reason, pip lists other releases.",
        targets=(("3.12", LINUX),)),
    "no-wheel": Conflict(
        "No wheel for the platform",
        "onnxruntime==1.20.1\n",
        "uv and this name the platforms, pip nothing. uv lists all seven; here the nearest five, and that no other version would do.",
        targets=(("3.11", MUSL),)),
    "only-sdist": Conflict(
        "Only a source distribution, far down",
        "flask\npyspark>=3.5\n",
        "It says that there are source distributions and no wheels, of all releases; pip says that there are no versions."),
    "no-such-version": Conflict(
        "A version that does not exist",
        "requests\ntransformers==4.99.0\n",
        "The two nearest versions and the newest one; uv names none, pip all 200."),
    "extra": Conflict(
        "An extra that conflicts",
        "celery[redis]==5.3.6\nredis>=6\n",
        "As short as can be, with file and line; uv writes the one version that is left out as two ranges."),
    "only-pre-release": Conflict(
        "Only a pre-release would do",
        "protobuf>=7.37\n",
        "The pre-release and how to ask for it; uv names it as if it were an upper bound, pip as the last of a long list."),
    "yanked": Conflict(
        "Only yanked releases",
        "requests>=2.32.0,<2.32.2\n",
        "It says yanked, why, and how to take one all the same; uv speaks of wheels that cannot be used, pip gives no reason."),
    "one-target": Conflict(
        "Two targets, one of which fails",
        "faiss-cpu==1.8.0\n",
        "One run tells which of the targets fails and that the other has an answer; uv's hint has the same interpreters.",
        targets=(("3.11", LINUX), ("3.13", LINUX))),
    "constraint": Conflict(
        "A constraint in the way",
        "types-requests>=2.32\nrequests\n",
        "One line for the releases that need it and one for the constraint, with its file and line; pip repeats the first 30 times.",
        constraints="urllib3<2\n"),
    "abi": Conflict(
        "NumPy 1 and 2",
        "scipy==1.11.4\nnumpy>=2\npandas\n",
        "The same facts as uv's in fewer words, each with its file and line; only here is a version named that ends the conflict."),
    "protobuf": Conflict(
        "Two frameworks that share protobuf",
        "tensorflow==2.15.1\ngrpcio-status>=1.66\n",
        "The newest and the oldest need in two lines; uv proves it step by step, pip has a line for each release. Which release needs what between the two is left out."),
    "backtracking": Conflict(
        "Hundreds of releases, each with a need of its own",
        "boto3>=1.40\naiobotocore==2.12.0\n",
        "The newest and the oldest need of hundreds; uv and pip tell all of them. No release of boto3 is named, for the search for one was given up."),
}


def clean_environment():
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_")) and name != "CI"}
    certificates = os.environ.get("PIP_CERT")
    if certificates:
        kept["PIP_CERT"] = kept["SSL_CERT_FILE"] = certificates
    return dict(kept, PIP_CONFIG_FILE=os.devnull, UV_NO_CONFIG="1", UV_PYTHON_DOWNLOADS="never", COLUMNS="10000")


def run(command, folder):
    done = subprocess.run(command, cwd=folder, env=clean_environment(), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def ours(args, conflict, folder):
    command = [args.mvn, "-B", "-ntp", "dev.airgap:airgap-maven-plugin:%s:lock" % args.version,
               "-Dairgap.requirements=requirements.txt",
               "-Dairgap.targets=" + ",".join("cp%s-%s" % (p.replace(".", ""), t) for p, t in conflict.targets)]
    if conflict.constraints:
        command.append("-Dairgap.constraints=constraints.txt")
    code, text = run(command, folder)
    # What Maven puts around every failure, the same for every plugin, is left out.
    lines = [line[8:] for line in text.splitlines() if line.startswith("[ERROR] ") or line == "[ERROR]"]
    if "-> [Help 1]" in lines:
        lines = lines[1:lines.index("-> [Help 1]")]
    return code, "\n".join(lines).strip("\n")


def theirs(conflict, ask):
    texts, codes = [], []
    for python, platform in conflict.targets:
        code, text = ask(python, platform)
        codes.append(code)
        if code == 0:
            text = "(an answer)"
        if len(conflict.targets) > 1:
            text = "# asked for %s on %s\n%s" % (python, platform, text)
        texts.append(text.strip("\n"))
    return max(codes), "\n".join(texts)


def uv(args, conflict, folder):
    def ask(python, platform):
        command = [args.uv, "pip", "compile", "--no-progress", "--color", "never", "--only-binary", ":all:",
                   "--python-version", python, "--python-platform", UV_PLATFORMS[platform], "requirements.txt"]
        if conflict.constraints:
            command += ["-c", "constraints.txt"]
        return run(command, folder)
    return theirs(conflict, ask)


def pip(args, conflict, folder):
    def ask(python, platform):
        command = [args.pip, "install", "--dry-run", "--no-cache-dir", "--progress-bar", "off", "--only-binary", ":all:",
                   "--target", "nowhere", "--python-version", python, "--implementation", "cp",
                   "-r", "requirements.txt"]
        for name in PIP_PLATFORMS[platform]:
            command += ["--platform", name]
        if conflict.constraints:
            command += ["-c", "constraints.txt"]
        return run(command, folder)
    code, text = theirs(conflict, ask)
    # What it fetched on the way says nothing of the conflict.
    fetched = ("Collecting ", "  Downloading ", "  Using cached ", "Looking in ")
    return code, "\n".join(line for line in text.splitlines() if not line.startswith(fetched)).strip("\n")


def write(conflict, folder):
    for number, part in enumerate(conflict.requirements.split("--- ")):
        name, text = ("requirements.txt", part) if number == 0 else part.split("\n", 1)
        (folder / name).write_text(text)
    if conflict.constraints:
        (folder / "constraints.txt").write_text(conflict.constraints)


# A text of hundreds of lines is counted whole and shown by its start.
SHOWN = 16


def fence(text):
    # Unlike a long line, a wrapped one can be read beside others without scrolling.
    wrapped = [part for line in text.splitlines()
               for part in textwrap.wrap(line, 116, subsequent_indent="      ", break_long_words=False,
                                         break_on_hyphens=False, drop_whitespace=True) or [""]]
    if len(wrapped) > 2 * SHOWN:
        wrapped = wrapped[:SHOWN] + ["… and %d more lines like these" % (len(wrapped) - SHOWN)]
    return "```\n%s\n```\n" % "\n".join(wrapped)


def section(conflict, texts):
    asked = conflict.requirements.rstrip("\n").replace("--- ", "# ")
    if conflict.constraints:
        asked += "\n# constraints.txt\n" + conflict.constraints.rstrip("\n")
    where = ", ".join("CPython %s on %s" % target for target in conflict.targets)
    parts = ["## %s\n\n%s, with\n\n%s" % (conflict.title, where, fence(asked))]
    for name, text in texts.items():
        size = "%d line%s, %d words" % (len(text.splitlines()), "s" if "\n" in text else "", len(text.split()))
        parts.append("**%s** (%s)\n\n%s" % (name, size, fence(text)))
    parts.append("*%s*\n" % conflict.plainer)
    return "\n".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--uv", default="uv")
    parser.add_argument("--pip", default="pip")
    parser.add_argument("--mvn", default="mvn")
    parser.add_argument("--version", default="0.1.0-SNAPSHOT")
    parser.add_argument("--table", type=pathlib.Path)
    parser.add_argument("conflicts", nargs="*")
    args = parser.parse_args()
    args.mvn = shutil.which(args.mvn) or args.mvn
    sections, solved = [], 0
    for key in args.conflicts or CONFLICTS:
        conflict = CONFLICTS[key]
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            write(conflict, folder)
            texts = {}
            for name, ask in (("airgap", ours), ("uv", uv), ("pip", pip)):
                code, texts[name] = ask(args, conflict, folder)
                if code == 0 and name not in conflict.answered:
                    solved += 1
                    print("%s: %s finds an answer" % (key, name), file=sys.stderr)
                texts[name] = texts[name].replace(scratch + "/", "").replace(scratch, ".")
        sections.append(section(conflict, texts))
        print(sections[-1], flush=True)
    if args.table:
        versions = [run([tool, "--version"], ".")[1].split(" (")[0].split(" from ")[0].strip() for tool in (args.uv, args.pip)]
        head = HEAD % " and ".join(versions)
        args.table.write_text(head + "\n" + "\n".join(sections))
    sys.exit(1 if solved else 0)


HEAD = """# Conflicts, told by three tools

What `airgap:lock`, `uv pip compile --only-binary :all:` and `pip install --dry-run --only-binary :all:` say of the same
requirements, interpreter and platform, on the same day, of the public index: %s, without
the frame that Maven puts around every failure and pip's lines about what it fetched. Lines are wrapped, and of the longest
texts the start is shown; the counts are those of the whole texts. Written by `it/judges/conflicts.py --table`; the remarks
are those of this project.
"""

if __name__ == "__main__":
    main()
