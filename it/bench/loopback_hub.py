"""Serves one snapshot on loopback as a model hub does, its files by sendfile, so that serving costs next to nothing."""
import hashlib
import http.server
import json
import os
import threading
import urllib.parse

COMMIT = "5" * 40
REPO = "org/snapshot"


class LoopbackHub:
    """Is the address of a hub while it is entered; files maps names to paths, all of them kept in LFS."""

    def __init__(self, files):
        self.files = {name: (path, path.stat().st_size, sha256(path)) for name, path in files.items()}
        self.requests = 0

    def __enter__(self):
        hub = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_HEAD(self):
                self.answer()

            def do_GET(self):
                self.answer()

            def answer(self):
                hub.requests += 1
                path = urllib.parse.unquote(self.path.partition("?")[0])
                if path.startswith("/api/models/%s/tree/" % REPO):
                    return self.json([hub.entry(name) for name in sorted(hub.files)])
                if path.startswith("/api/models/" + REPO):
                    return self.json({"id": REPO, "sha": COMMIT, "siblings": [{"rfilename": name} for name in sorted(hub.files)]})
                name = path.rpartition("/")[2]
                if name not in hub.files:
                    return self.json({"error": "Entry not found"}, 404, {"X-Error-Code": "EntryNotFound"})
                if path.startswith("/%s/resolve/" % REPO):
                    file, size, digest = hub.files[name]
                    return self.json({}, 302, {"Location": hub.store + "/files/" + name, "X-Repo-Commit": COMMIT,
                                               "X-Linked-Size": str(size), "X-Linked-ETag": '"%s"' % digest})
                return self.file(*hub.files[name])

            def json(self, value, status=200, headers=()):
                body = json.dumps(value).encode()
                self.send_response(status)
                for header, text in dict(headers).items():
                    self.send_header(header, text)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            def file(self, path, size, digest):
                first, last = 0, size - 1
                asked = self.headers.get("Range", "")
                if asked:
                    first, _, end = asked.removeprefix("bytes=").partition("-")
                    first, last = int(first), min(last, int(end)) if end else last
                self.send_response(206 if asked else 200)
                if asked:
                    self.send_header("Content-Range", "bytes %d-%d/%d" % (first, last, size))
                self.send_header("Content-Length", str(last + 1 - first))
                self.send_header("ETag", '"%s"' % digest[:32])
                self.send_header("Accept-Ranges", "bytes")
                self.end_headers()
                if self.command == "HEAD":
                    return
                with open(path, "rb") as file:
                    while first <= last:
                        first += os.sendfile(self.connection.fileno(), file.fileno(), first, min(last + 1 - first, 1 << 22))

            def log_message(self, *words):
                pass

        # The files come from an origin of their own, as they do from the public hub.
        self.servers = [Server(("127.0.0.1", 0), Handler) for _ in range(2)]
        self.url, self.store = ("http://127.0.0.1:%d" % server.server_port for server in self.servers)
        for server in self.servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        return self

    def entry(self, name):
        _, size, digest = self.files[name]
        pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n" % (digest.encode(), size)
        oid = hashlib.sha1(b"blob %d\0" % len(pointer) + pointer).hexdigest()
        return {"type": "file", "path": name, "size": size, "oid": oid,
                "lfs": {"oid": digest, "size": size, "pointerSize": len(pointer)}}

    def __exit__(self, *failure):
        for server in self.servers:
            server.shutdown()
            server.server_close()


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """Says nothing of clients that hang up."""


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
