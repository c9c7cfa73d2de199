"""The server as it is shipped, in a world where Amazon's bucket is on this machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from tests.security.surroundings import World as World
from tests.security.surroundings import world as world
from tests.web.broken import Request
from tests.web.signing import SKILL_ID

OURS = ("-m", "skill.web")
START_SECONDS = 30.0
ANSWER_SECONDS = 8.0
_PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024


class Answered(NamedTuple):
    """What came back: ``status`` is None when the connection was closed without an answer."""

    status: int | None
    body: bytes
    seconds: float


class Running:
    """A server that answers on a port of the loopback; ``log`` has what it logged since it was last looked at."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
        self.port = port
        self._process = process
        self._log = log
        self._read = 0

    def post(self, request: Request) -> Answered:
        """What came back for a request, with exactly its headers."""
        began = time.monotonic()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_SECONDS)
        try:
            connection.putrequest("POST", "/alexa")
            for name, value in request.headers.items():
                connection.putheader(name, value.encode("latin-1"))
            connection.putheader("Content-Length", str(len(request.body)))
            connection.endheaders()
            with suppress(ConnectionError):  # it may have answered before it has read all
                connection.send(request.body)
            response = connection.getresponse()
            return Answered(response.status, response.read(), time.monotonic() - began)
        except ConnectionError:
            return Answered(None, b"", time.monotonic() - began)
        finally:
            connection.close()

    def raw(self, sent: bytes, *, then_close: bool = False, seconds: float = ANSWER_SECONDS) -> bytes:
        """Everything that comes back for these bytes until the server closes, or is silent for a second after it."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as line:
            return _exchanged(line, sent, then_close=then_close)

    def skip_log(self) -> None:
        """Leave out what is in the log by now."""
        self._read = self._log.stat().st_size

    def log(self) -> list[str]:
        """The lines since this was last called. A line is there before its answer is, or very soon after."""
        lines: list[str] = []
        until = time.monotonic() + 2
        while not lines and time.monotonic() < until:
            with self._log.open("rb") as file:
                file.seek(self._read)
                text = file.read()
            whole = text.rpartition(b"\n")[0]
            self._read += len(whole) + 1 if whole else 0
            lines = whole.decode(errors="replace").splitlines()
            if not lines:
                time.sleep(0.02)
        return lines

    def kilobytes(self) -> int:
        """The resident memory of the server's processes together."""
        return sum(_resident_kilobytes(pid) for pid in _family(self._process.pid))


def _exchanged(line: socket.socket, sent: bytes, *, then_close: bool) -> bytes:
    """What comes back, also when the server has hung up before it has read all."""
    came = bytearray()
    with suppress(OSError):
        line.sendall(sent)
        if then_close:
            line.shutdown(socket.SHUT_WR)
    with suppress(OSError):
        while piece := line.recv(65536):
            came += piece
            line.settimeout(1.0)
    return bytes(came)


@contextmanager
def serving(here: World, folder: Path, *command: str, **settings: str) -> Iterator[Running]:
    """A server in this world, from its first answer until the end of the block: ours, unless Python runs another."""
    log, port = folder / "log", _free_port()
    environment = here.environment | {"CASE_COMPASS_SKILL_ID": SKILL_ID, "CASE_COMPASS_PORT": str(port)} | settings
    with log.open("wb") as file:
        started = [sys.executable, *(command or OURS)]
        process = subprocess.Popen(started, cwd=folder, env=environment, stdout=file, stderr=subprocess.STDOUT)
        try:
            _wait_until_it_answers(process, port, log)
            yield Running(process, port, log)
        finally:
            process.terminate()
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=5)


def _wait_until_it_answers(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError(f"the server did not answer in {START_SECONDS} s")


def _free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        return port


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(one for child in children for one in _family(int(child)))]


def _resident_kilobytes(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE_KB
