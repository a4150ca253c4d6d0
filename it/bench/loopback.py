"""Serves what a function answers on loopback, with the cache header that the public index sends."""
import http.server
import threading

MAX_AGE = 600


class Loopback:
    """Is the address of a Simple index while it is entered; answer(path) gives status, content type and body."""

    def __init__(self, answer):
        self.answer = answer

    def __enter__(self):
        answer = self.answer

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                status, kind, body = answer(self.path)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Cache-Control", "max-age=%d, public" % MAX_AGE)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return "http://127.0.0.1:%d/simple/" % self.server.server_port

    def __exit__(self, *failure):
        self.server.shutdown()
        self.server.server_close()
