"""The production server with one application, in processes of its own, on a port of the loopback."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from benchmarks.process import ProgramFailed
from benchmarks.task import ROOT
from simulator.envelope import SKILL_ID
from tests.storage.dynamodb_local import free_port

WORKERS = 2
START_SECONDS = 60
STOP_SECONDS = 20


class Served(NamedTuple):
    """A running server: its port, and its first process."""

    port: int
    process: int


@contextmanager
def served(side: str, environment: Mapping[str, str], log: Path) -> Iterator[Served]:
    """The server with one of ``ours``, ``stock`` and ``constant``; what it writes goes into the log."""
    port = free_port()
    own = {"CASE_COMPASS_PORT": str(port), "CASE_COMPASS_WORKERS": str(WORKERS), "CASE_COMPASS_SKILL_ID": SKILL_ID}
    # Workers must share a store by their settings; what they are given is the forgetful one.
    own["CASE_COMPASS_STORE"] = f"sqlite:{log.with_suffix('.sqlite')}"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own command
            _command(side, port), cwd=ROOT, env={**os.environ, **own, **environment}, stdout=output, stderr=output
        )
        try:
            _wait(port, process, log)
            yield Served(port, process.pid)
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(STOP_SECONDS)
            process.kill()
            process.wait()


def _command(side: str, port: int) -> list[str]:
    """Ours starts as it does in production; the others with the same server, workers and protocol."""
    if side == "ours":
        return [sys.executable, "-m", "benchmarks.web_ours"]
    interface = "wsgi" if side == "stock" else "rsgi"
    server = [sys.executable, "-m", "granian", "--host", "127.0.0.1", "--port", str(port), "--interface", interface]
    options = ["--workers", str(WORKERS), "--http", "1", "--no-ws", "--log-level", "warning"]
    # With more threads than one its slowest requests take longer still.
    threads = ["--blocking-threads", "1"] if side == "stock" else []
    return [*server, *options, *threads, "--factory", f"benchmarks.web_others:{side}"]


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if process.poll() is not None or time.monotonic() > deadline:
            raise ProgramFailed(f"the web server did not start: {log.read_text(errors='replace')[-500:]}")
        time.sleep(0.1)
