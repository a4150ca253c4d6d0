"""Serves an index of made-up packages on loopback: three releases each, each with two dependencies."""
import hashlib
import http.server
import json
import threading

MAX_AGE = 600
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


class GeneratedIndex:

    def __enter__(self):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                if self.path.startswith("/files/"):
                    name, version = self.path.removeprefix("/files/p").split("-")[:2]
                    body, kind = metadata(int(name), version), "application/octet-stream"
                else:
                    number = self.path.removeprefix("/simple/p").rstrip("/")
                    body, kind = page(int(number)), "application/vnd.pypi.simple.v1+json"
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Cache-Control", "max-age=%d, public" % MAX_AGE)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = "http://127.0.0.1:%d/simple/" % self.server.server_port
        return self

    def __exit__(self, *failure):
        self.server.shutdown()
        self.server.server_close()
