#!/usr/bin/env python3
"""Reads the models of an unpacked bundle with the real huggingface_hub, offline: the judge of models/hub.

    pip install --target DIR huggingface_hub
    PYTHONPATH=DIR python3 it/judges/hub_offline.py BUNDLE [REPO[@REVISION] ...]

Exit status 0 and one line a snapshot, or 1 and what is wrong. Repositories that are named must be there; datasets are
named datasets/org/name. No network is used, and any attempt to use it fails.
"""
import os
import pathlib
import re
import socket
import sys

os.environ["HF_HUB_OFFLINE"] = "1"  # read at import
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"

from huggingface_hub import __version__, hf_hub_download, scan_cache_dir, snapshot_download  # noqa: E402

TYPES = {"models": "model", "datasets": "dataset"}
COMMIT = re.compile(rb"[0-9a-f]{40}")


def no_network(*args, **kwargs):
    raise AssertionError("the network was asked for")


socket.socket.connect = no_network
socket.getaddrinfo = no_network


def check(condition, message):
    if not condition:
        raise AssertionError(message)


def files_below(folder):
    return sorted(p for p in folder.rglob("*") if not p.is_dir())


def judge_repo(hub, folder):
    kind, name = folder.name.split("--", 1)
    check(kind in TYPES, f"{folder.name}: of no type that is known")
    repo, repo_type = name.replace("--", "/"), TYPES[kind]
    check(
        {p.name for p in folder.iterdir()} <= {"refs", "snapshots"},
        f"{folder.name}: more than refs and snapshots in it",
    )
    for path in folder.rglob("*"):
        check(not path.is_symlink(), f"{path} is a symbolic link")
    revisions = {}
    for ref in files_below(folder / "refs") if (folder / "refs").exists() else []:
        content = ref.read_bytes()
        check(COMMIT.fullmatch(content), f"{ref} holds {content!r} instead of 40 hex digits")
        revisions[ref.relative_to(folder / "refs").as_posix()] = content.decode()
    for snapshot in sorted((folder / "snapshots").iterdir()):
        check(COMMIT.fullmatch(snapshot.name.encode()), f"{snapshot} is named after no commit")
        revisions[snapshot.name] = snapshot.name
    for revision, commit in revisions.items():
        snapshot = folder / "snapshots" / commit
        common = {"repo_id": repo, "repo_type": repo_type, "revision": revision, "cache_dir": hub}
        found = snapshot_download(local_files_only=True, **common)
        check(pathlib.Path(found) == snapshot, f"{repo}@{revision} was found at {found}")
        files = files_below(snapshot)
        check(files, f"{snapshot} is empty")
        for file in files:
            path = file.relative_to(snapshot).as_posix()
            got = hf_hub_download(filename=path, **common)
            check(pathlib.Path(got) == file, f"{path} of {repo}@{revision} was found at {got}")
        size = sum(f.stat().st_size for f in files)
        print(f"{kind}/{repo}@{revision}: {len(files)} files, {size} bytes")
    if len(list((folder / "snapshots").iterdir())) == 1:
        check("main" in revisions, f"{folder.name}: one snapshot, and no refs/main")
    return {(kind + "/" + repo).removeprefix("models/") + tail for tail in [""] + ["@" + r for r in revisions]}


def main(bundle, wanted):
    hub = (pathlib.Path(bundle) / "models" / "hub").resolve()
    check(hub.is_dir(), f"{hub} is not there")
    known = set()
    folders = sorted(p for p in hub.iterdir())
    for folder in folders:
        known |= judge_repo(hub, folder)
    scanned = scan_cache_dir(hub)
    check(not scanned.warnings, f"scan_cache_dir warns: {[str(w) for w in scanned.warnings]}")
    check(len(scanned.repos) == len(folders), f"scan_cache_dir sees {len(scanned.repos)} repositories")
    for name in wanted:
        check(name in known, f"{name} is not in the bundle")
    print(f"huggingface_hub {__version__} reads {len(folders)} repositories, {scanned.size_on_disk} bytes")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    try:
        main(sys.argv[1], sys.argv[2:])
    except (AssertionError, OSError) as e:
        sys.exit(f"hub_offline: {type(e).__name__}: {e}")
