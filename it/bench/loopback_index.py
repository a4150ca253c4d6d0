"""Serves an index's project pages again on loopback, with the cache header that the public index sends."""
import http.server
import threading
import urllib.error
import urllib.request

UPSTREAM = "https://pypi.org/simple/"
MAX_AGE = 600


class LoopbackIndex:
    """Asks the upstream once for each page. The links of a page lead to the upstream's own files."""

    def __enter__(self):
        pages = {}

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                name = self.path.removeprefix("/simple/")
                if name not in pages:
                    pages[name] = fetched(name)
                status, body = pages[name]
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
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


def fetched(name):
    request = urllib.request.Request(UPSTREAM + name, headers={"Accept": "text/html"})
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.status, reply.read()
    except urllib.error.HTTPError as refused:
        return refused.code, b""
