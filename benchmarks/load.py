"""Load on a web server, by wrk: signed requests from many people, over a few connections that are kept open."""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterable
from http import HTTPStatus
from http.client import HTTPResponse
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.process import ProgramFailed

MISSING = "wrk is missing: run tools/install_program.sh wrk"
CONNECTIONS = 8
_SCRIPT = Path(__file__).parent / "programs" / "load.lua"
_MARK = "BENCH "
_MILLION = 1_000_000
_THOUSAND = 1000
_PROC = Path("/proc")


class Loaded(NamedTuple):
    """What a server did under load: requests a second, its own processor time a request, and how long they waited."""

    per_second: float
    cpu_ms: float
    p50_ms: float
    p99_ms: float


def available() -> bool:
    """Whether wrk is installed."""
    return shutil.which("wrk") is not None


def write_requests(requests: Iterable[bytes], file: Path) -> None:
    """Write whole requests as the script reads them."""
    file.write_bytes(b"".join(b"%d\n%b" % (len(request), request) for request in requests))


def load(port: int, requests: Path, seconds: int, server: int) -> Loaded:
    """Load the server whose first process is ``server``. ``ProgramFailed`` when a request is not answered 200."""
    spent = cpu_seconds(server)
    options = ["-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "8s", "--latency", "-s", str(_SCRIPT)]
    command = ["wrk", *options, f"http://127.0.0.1:{port}", "--", str(requests)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 30, check=True)  # noqa: S603
    spent = cpu_seconds(server) - spent
    found = json.loads(done.stdout.rpartition(_MARK)[2])
    if found["refused"] or found["failed"] or not found["requests"]:
        raise ProgramFailed(
            f"under load, of {found['requests']} requests {found['refused'] + found['failed']} failed"
        )
    count = found["requests"]
    rate = count / found["micros"] * _MILLION
    return Loaded(rate, spent * _THOUSAND / count, found["p50"] / _THOUSAND, found["p99"] / _THOUSAND)


def answer(port: int, request: bytes) -> Any:
    """What the server answers to one whole request, as JSON. Raises ``ProgramFailed`` when that is not 200."""
    with socket.create_connection(("127.0.0.1", port), timeout=8) as line:
        line.sendall(request)
        response = HTTPResponse(line)
        response.begin()
        body = response.read()
    if response.status != HTTPStatus.OK:
        raise ProgramFailed(f"the server answered {response.status} to a signed request")
    return json.loads(body)


def cpu_seconds(process: int) -> float:
    """What a process and all that it started have used so far (proc_pid_stat(5))."""
    fields = (_PROC / str(process) / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(cpu_seconds(child) for child in children(process))


def children(process: int) -> list[int]:
    """The processes that a process started, from any of its threads."""
    tasks = (_PROC / str(process) / "task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text(encoding="ascii").split()]
