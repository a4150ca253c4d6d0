"""Answers with another index's project pages; the links of a page lead to that index's own files."""
import urllib.error
import urllib.request

UPSTREAM = "https://pypi.org/simple/"


class RepeatedIndex:
    """Asks the upstream once for each page."""

    def __init__(self):
        self.pages = {}

    def answer(self, path):
        if path not in self.pages:
            self.pages[path] = fetched(path.removeprefix("/simple/"))
        return self.pages[path]


def fetched(name):
    request = urllib.request.Request(UPSTREAM + name, headers={"Accept": "text/html"})
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.status, "text/html; charset=utf-8", reply.read()
    except urllib.error.HTTPError as refused:
        return refused.code, "text/html; charset=utf-8", b""
