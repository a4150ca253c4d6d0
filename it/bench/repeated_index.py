"""Answers with another index's project pages; the links of a page lead to that index's own files."""
import urllib.error
import urllib.request

UPSTREAM = "https://pypi.org/simple/"


class RepeatedIndex:
    """Asks the upstream once for each page, in HTML or another form that it has."""

    def __init__(self, kind="text/html"):
        self.kind = kind
        self.pages = {}

    def answer(self, path):
        if path not in self.pages:
            self.pages[path] = fetched(path.removeprefix("/simple/"), self.kind)
        return self.pages[path]


def fetched(name, kind):
    request = urllib.request.Request(UPSTREAM + name, headers={"Accept": kind})
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.status, reply.headers["Content-Type"], reply.read()
    except urllib.error.HTTPError as refused:
        return refused.code, "text/plain", b""
