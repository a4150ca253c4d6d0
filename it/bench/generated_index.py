"""Answers as an index of made-up packages: three releases each, each with two dependencies."""
import hashlib
import json

RELEASES = ("1.0", "2.0", "3.0")


def metadata(number, version):
    """A package depends on two that come before it, wherever it stands: the graph grows as the packages do."""
    needs = "".join("Requires-Dist: p%d>=%s\n" % (other, minimum)
                    for other, minimum in ((number * 7 % (number + 1), version), (number // 2, "1.0")) if other != number)
    return ("Metadata-Version: 2.1\nName: p%d\nVersion: %s\n%s" % (number, version, needs)).encode()


def page(number):
    files = []
    for version in RELEASES:
        digest = hashlib.sha256(metadata(number, version)).hexdigest()
        name = "p%d-%s-py3-none-any.whl" % (number, version)
        # Nothing fetches a wheel here; its hash and size need only be some.
        files.append({"filename": name, "url": "/files/" + name, "hashes": {"sha256": hashlib.sha256(name.encode()).hexdigest()},
                      "size": 1000, "core-metadata": {"sha256": digest}})
    return json.dumps({"meta": {"api-version": "1.1"}, "name": "p%d" % number, "versions": RELEASES, "files": files}).encode()


def answer(path):
    """Answers for a project's page, and for the metadata beside a wheel."""
    if path.startswith("/files/"):
        name, version = path.removeprefix("/files/p").split("-")[:2]
        return 200, "application/octet-stream", metadata(int(name), version)
    return 200, "application/vnd.pypi.simple.v1+json", page(int(path.removeprefix("/simple/p").rstrip("/")))
