"""Serves what a function answers on loopback, with the cache header that the public index sends."""
import gzip
import http.server
import ssl
import subprocess
import threading
import time

MAX_AGE = 600


class Loopback:
    """Is the address of a Simple index while it is entered; answer(path) gives status, content type and body.

    Given a folder to keep a certificate in, it serves as somebody far away does: by TLS, compressed, each answer after
    so many seconds.
    """

    def __init__(self, answer, certificate=None, lag=0.0):
        self.answer, self.certificate, self.lag = answer, certificate, lag

    def __enter__(self):
        answer, far, lag, packed = self.answer, self.certificate is not None, self.lag, {}

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                status, kind, body = answer(self.path)
                self.send_response(status)
                if far and "gzip" in self.headers.get("Accept-Encoding", ""):
                    if self.path not in packed:
                        packed[self.path] = gzip.compress(body)
                    body = packed[self.path]
                    self.send_header("Content-Encoding", "gzip")
                time.sleep(lag)
                self.send_header("Content-Type", kind)
                self.send_header("Cache-Control", "max-age=%d, public" % MAX_AGE)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        if far:
            self.server.wrap(self.pair())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return "http%s://127.0.0.1:%d/simple/" % ("s" if far else "", self.server.server_port)

    def pair(self):
        """Makes a certificate for the loopback address, which is its own authority."""
        key, certificate = self.certificate / "key.pem", self.certificate / "certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
                        "-addext", "basicConstraints=critical,CA:FALSE", "-keyout", key, "-out", certificate], check=True, stderr=subprocess.DEVNULL)
        return certificate, key

    def __exit__(self, *failure):
        self.server.shutdown()
        self.server.server_close()


class Server(http.server.ThreadingHTTPServer):
    """Serves each connection in a thread of its own, its TLS handshake too."""

    request_queue_size = 128
    context = None

    def wrap(self, pair):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(*pair)

    def finish_request(self, request, client_address):
        if self.context is not None:
            request = self.context.wrap_socket(request, server_side=True)
        super().finish_request(request, client_address)

    def handle_error(self, request, client_address):
        """Says nothing of clients that hang up, as every client does at its end."""
