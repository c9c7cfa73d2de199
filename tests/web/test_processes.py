"""The service as ``python -m skill.web`` runs it: workers, stop, log, and what it says of wrong settings."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from tests.web.serving import free_port, wait_for
from tests.web.signing import SKILL_ID, Signer

ROOT = Path(__file__).parents[2]
SETTINGS = {"CASE_COMPASS_SKILL_ID": SKILL_ID, "CASE_COMPASS_VERIFY": "no", "CASE_COMPASS_WORKERS": "1"}


def environment(**settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CASE_COMPASS")}
    return kept | {"PYTHONPATH": str(ROOT)} | settings


class Service:
    """A running service: its port, its first process, and the file of its log."""

    def __init__(self, port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self.port, self.process, self._log = port, process, log

    def workers(self) -> list[int]:
        """Their process ids."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        return [int(child) for child in children if "skill.web" in _command(child)]

    def log(self) -> list[dict[str, Any]]:
        """Its lines so far."""
        return [json.loads(line) for line in self._log.read_text(encoding="utf-8").splitlines()]

    def post(self, body: bytes) -> int:
        """The status that a request is answered with."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=8)
        try:
            connection.request("POST", "/alexa", body)
            return connection.getresponse().status
        finally:
            connection.close()


def _command(pid: str) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")
    return ""


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[Service]:
    port, log = free_port(), folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "skill.web"],
            cwd=folder,
            env=environment(**SETTINGS | settings, CASE_COMPASS_PORT=str(port)),
            stdout=output,
            stderr=output,
        )
        try:
            wait_for(port)
            yield Service(port, process, log)
        finally:
            process.terminate()
            try:
                process.wait(timeout=15)
            finally:
                process.kill()


def run(**settings: str) -> "subprocess.CompletedProcess[str]":
    """The service with settings that it cannot start with."""
    return subprocess.run(
        [sys.executable, "-m", "skill.web"],
        cwd=ROOT,
        env=environment(**settings),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def test_a_worker_that_is_killed_is_replaced(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        [killed] = service.workers()
        os.kill(killed, signal.SIGKILL)
        until = time.monotonic() + 10
        while service.workers() in ([], [killed]) and time.monotonic() < until:
            time.sleep(0.05)
        wait_for(service.port)
        assert service.post(Signer().body()) == 200


def test_what_is_under_way_at_the_stop_is_answered_and_nothing_new_is_taken(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        body = Signer().body()
        with socket.create_connection(("127.0.0.1", service.port), timeout=8) as line:
            line.sendall(b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:10])
            time.sleep(0.3)
            service.process.terminate()
            _until_nobody_listens(service.port)
            line.sendall(body[10:])
            assert line.recv(1000).startswith(b"HTTP/1.1 200 ")
        assert service.process.wait(timeout=10) == 0


def _until_nobody_listens(port: int) -> None:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            return
        time.sleep(0.02)
    raise AssertionError("it still takes connections")


def test_a_stop_does_not_wait_for_who_sends_nothing(tmp_path: Path) -> None:
    with running(tmp_path) as service, socket.create_connection(("127.0.0.1", service.port), timeout=8) as line:
        line.sendall(b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n")
        time.sleep(0.3)
        service.process.terminate()
        service.process.wait(timeout=12)


def test_each_request_is_a_line_with_its_id_and_without_a_word_or_a_person(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        assert service.post(Signer().body({"requestId": "amzn1.echo-api.request.7"})) == 200
        assert service.post(b"what somebody said") == 400
        assert service.post(b"[]") == 400
        lines = [line for line in service.log() if "status" in line]
        assert [(line["message"], line["status"]) for line in lines] == [
            ("answered", 200),
            ("refused: envelope: it must be JSON in UTF-8", 400),
            ("refused: envelope: it must be a JSON object", 400),
        ]
        assert lines[0]["request"] == "amzn1.echo-api.request.7"
        assert len({line["request"] for line in lines}) == 3
        text = json.dumps(service.log())
        assert "amzn1.ask.account" not in text
        assert "somebody" not in text


def test_a_port_that_is_taken_is_said_so(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        ran = run(**SETTINGS, CASE_COMPASS_PORT=str(service.port))
    assert ran.returncode == 1
    assert ran.stderr.startswith("CASE_COMPASS_HOST and CASE_COMPASS_PORT: 127.0.0.1 port ")


def test_the_command_says_which_setting_is_missing() -> None:
    ran = run()
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("CASE_COMPASS_SKILL_ID is not set")


@pytest.mark.real
@pytest.mark.parametrize("drips", [True, False], ids=["drips headers", "asks nothing more"])
def test_who_holds_a_connection_is_closed_in_time(tmp_path: Path, drips: bool) -> None:
    """Ten seconds, whatever drips in."""
    with running(tmp_path) as service, socket.create_connection(("127.0.0.1", service.port), timeout=0.1) as line:
        line.sendall(b"POST /alexa HTTP/1.1\r\n" if drips else b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        began, open_ = time.monotonic(), True
        while open_ and time.monotonic() - began < 15:
            try:
                if drips:
                    line.sendall(b"X: y\r\n")
                open_ = bool(line.recv(1000))
            except TimeoutError:
                continue
            except OSError:
                break
        assert 8 < time.monotonic() - began < 13
