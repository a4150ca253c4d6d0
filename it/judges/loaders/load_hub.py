"""huggingface_hub: every repository of the bundle by name, by commit and by file; the cache as a whole has no fault.

From 1.26 to 2.1 snapshot_download asks the network for a revision that is a commit, though HF_HUB_OFFLINE is set and the
snapshot is there; with local_files_only it finds it.
"""
import os
import pathlib

from nobody import alone, check, told

cache = os.environ["HF_HUB_CACHE"]
alone(cache)

from huggingface_hub import __version__, hf_hub_download, scan_cache_dir, snapshot_download  # noqa: E402

asks = (1, 26) <= tuple(map(int, __version__.split(".")[:2])) < (2, 2)
scanned = scan_cache_dir()
check(not scanned.warnings, [str(w) for w in scanned.warnings])
check(scanned.repos, "no repository is in %s" % cache)
files = 0
for repo in scanned.repos:
    [revision] = repo.revisions
    asked = {"repo_id": repo.repo_id, "repo_type": repo.repo_type}
    folder = snapshot_download(**asked)
    found = {"main": snapshot_download(**asked, revision="main"),
             "commit": snapshot_download(**asked, revision=revision.commit_hash, local_files_only=asks)}
    check(set(found.values()) == {folder}, "%s is elsewhere: %s" % (repo.repo_id, found))
    for file in sorted(pathlib.Path(folder).rglob("*")):
        if file.is_file():
            path = file.relative_to(folder).as_posix()
            check(hf_hub_download(**asked, filename=path) == str(file), "%s of %s is elsewhere" % (path, repo.repo_id))
            files += 1
told("huggingface_hub", __version__, "snapshot_download%s, hf_hub_download, scan_cache_dir: %s, %d files"
     % (" (by commit with local_files_only alone)" if asks else "", ", ".join(sorted(repo.repo_id for repo in scanned.repos)), files))
