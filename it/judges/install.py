#!/usr/bin/env python3
"""Installs the judges into a folder, needing python3's standard library alone: no venv, no ensurepip, no pip.

    python3 install.py FOLDER

pip's own wheel is fetched from the index's page and checked against requirements.txt; it then installs the rest.
The index is PIP_INDEX_URL where that is set, else the public one. A folder that is complete is left alone.
"""

import hashlib
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

REQUIREMENTS = pathlib.Path(__file__).resolve().with_name("requirements.txt")


def pinned_pip(text):
    """Gives pip's pinned version and its accepted hashes."""
    block = re.search(r"^pip==(\S+)((?:[ \\\n]+--hash=sha256:[0-9a-f]{64})+)", text, re.MULTILINE)
    return block.group(1), set(re.findall(r"sha256:([0-9a-f]{64})", block.group(2)))


def fetch(url, **headers):
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
        return answer.url, answer.read()


def pip_wheel(index, version, hashes, folder):
    """Downloads pip's wheel and gives its path; refuses bytes that nobody pinned."""
    name = f"pip-{version}-py3-none-any.whl"
    base, page = fetch(index.rstrip("/") + "/pip/", Accept="text/html")
    for href in re.findall(r'href="([^"]+)"', page.decode()):
        url = urllib.parse.urljoin(base, html.unescape(href)).split("#")[0]
        if url.rsplit("/", 1)[-1] == name:
            _, wheel = fetch(url)
            found = hashlib.sha256(wheel).hexdigest()
            if found not in hashes:
                sys.exit(f"{url} has the sha256 {found}, which requirements.txt doesn't list")
            path = folder / name
            path.write_bytes(wheel)
            return path
    sys.exit(f"{base} lists no {name}")


def main(target):
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()
    stamp = target / ".complete"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        scratch = pathlib.Path(scratch)
        index = os.environ.get("PIP_INDEX_URL") or "https://pypi.org/simple/"
        wheel = pip_wheel(index, *pinned_pip(REQUIREMENTS.read_text()), scratch)
        environment = {k: v for k, v in os.environ.items() if k not in ("PIP_FIND_LINKS", "PIP_TARGET", "PYTHONPATH")}
        subprocess.run(
            [sys.executable, f"{wheel}/pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
            + ["--root-user-action", "ignore", "--require-hashes", "--only-binary", ":all:"]
            + ["--target", str(scratch / "judges"), "-r", str(REQUIREMENTS)],
            env={**environment, "PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": index},
            check=True,
        )
        (scratch / "judges" / ".complete").write_text(wanted)
        shutil.rmtree(target, ignore_errors=True)
        os.replace(scratch / "judges", target)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
