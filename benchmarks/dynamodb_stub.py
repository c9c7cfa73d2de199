"""A server in DynamoDB's place, over TLS, in a process of its own: ``python -m benchmarks.dynamodb_stub FOLDER``.

It keeps nothing: every load finds no item, every save is done. It writes its port, and the certificate of who issued
its own, into the folder. Reaching DynamoDB over TLS is a good part of a cold start, so it is measured that way.
"""

import json
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zlib import crc32

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from benchmarks.process import ProgramFailed
from tests.web.pki import Authority, pem, rsa_key

START_SECONDS = 30
HOST = "localhost"
_ANSWER = json.dumps({"ConsumedCapacity": {"TableName": "cases", "CapacityUnits": 1.0}}).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "application/x-amz-json-1.0")
        self.send_header("x-amz-crc32", str(crc32(_ANSWER)))
        self.send_header("x-amzn-RequestId", "0" * 52)
        self.send_header("Content-Length", str(len(_ANSWER)))
        self.end_headers()
        self.wfile.write(_ANSWER)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(folder: Path) -> None:
    """Serve until ended; the port is written last."""
    root = Authority.root("Bench Root")
    issuer = root.intermediate("Bench Intermediate")
    chain, key = folder / "chain.pem", folder / "key.pem"
    chain.write_bytes(pem(issuer.issue((HOST,), common_name=HOST), issuer.certificate))
    key.write_bytes(rsa_key().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (folder / "roots.pem").write_bytes(pem(root.certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    (folder / "port").write_text(str(server.server_port), encoding="ascii")
    server.serve_forever()


@contextmanager
def dynamodb_stub(folder: Path, also_trusted: bytes = b"") -> Iterator[dict[str, str]]:
    """A running stub; yields the variables by which a program finds and trusts it.

    ``also_trusted`` are the certificates that a program would have to read in production as well.
    """
    folder.mkdir()
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.dynamodb_stub", str(folder)])  # noqa: S603
    try:
        port = _port(folder / "port", process)
        roots = folder / "roots.pem"
        roots.write_bytes(roots.read_bytes() + also_trusted)
        address = f"https://{HOST}:{port}"
        yield {"AWS_ENDPOINT_URL_DYNAMODB": address, "AWS_CA_BUNDLE": str(roots)}
    finally:
        process.kill()
        process.wait()


def _port(file: Path, process: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + START_SECONDS
    while not (file.is_file() and file.read_text(encoding="ascii")):
        if process.poll() is not None or time.monotonic() > deadline:
            raise ProgramFailed("the server in DynamoDB's place did not start")
        time.sleep(0.05)
    return file.read_text(encoding="ascii")


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
