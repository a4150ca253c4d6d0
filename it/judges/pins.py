#!/usr/bin/env python3
"""Compares the lock's pins with those of `uv pip compile` for the same target, in the same run, set by set.

Usage: pins.py --uv UV [--mvn MVN] [SET ...]
A set is a folder of it/examples. Prints each difference; ends with 1 where there is one. sets.py asks far more.
"""
import argparse
import pathlib
import shutil
import sys
import tempfile

import judging

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "examples"
TARGETS = ("cp311-manylinux_2_36_x86_64", "cp311-manylinux_2_28_aarch64")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--uv", default="uv")
    parser.add_argument("--mvn", default="mvn")
    parser.add_argument("--version", default="0.1.0-SNAPSHOT")
    parser.add_argument("sets", nargs="*")
    args = parser.parse_args()
    found = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        judge = judging.Judge(shutil.which(args.mvn) or args.mvn, args.version, args.uv, scratch)
        for name in args.sets or sorted(path.name for path in EXAMPLES.iterdir() if (path / "requirements.txt").exists()):
            folder = scratch / name
            folder.mkdir()
            shutil.copy(EXAMPLES / name / "requirements.txt", folder)
            ours = judge.lock(folder, TARGETS).pins
            for target in TARGETS:
                theirs = judge.compile(folder, target).pins[target]
                differing = judging.differing(ours[target], theirs)
                found += len(differing)
                print("%-22s %-30s %3d packages, uv %3d, %d differ"
                      % (name, target, len(ours[target]), len(theirs), len(differing)), flush=True)
                for package in differing:
                    print("    %s: ours %s, uv %s" % (package, ours[target].get(package, "-"), theirs.get(package, "-")))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
