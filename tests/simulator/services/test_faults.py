"""Faults on the services, as a plain client with a time-out sees them, and a server that always lets go."""

import http.client
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulator.errors import CommandWrong
from simulator.services.faults import KINDS, SERVICE_NAMES
from simulator.services.permissions import REMINDERS
from simulator.services.router import SERVICES
from tests.simulator.services.calling import Caller, opened, reminder

PROJECT = Path(__file__).resolve().parents[3]
REMINDERS_PATH = "/v1/alerts/reminders"


def _broken(service: str, fault: str, *, patience: float = 3) -> Caller:
    device, call = opened(patience=patience)
    device.account.permissions.set(REMINDERS, "GRANTED")
    device.account.faults.put(service, fault)
    return call


def test_every_service_can_be_broken_by_its_name() -> None:
    assert tuple(SERVICES) == SERVICE_NAMES


@pytest.mark.parametrize("status", [204, 299, 302, 400, 401, 404, 409, 429, 500, 503, 599])
def test_any_status_comes_as_it_is(status: int) -> None:
    got, body = _broken("reminders", str(status)).raw("POST", REMINDERS_PATH, reminder())
    assert (got, body) == (status, b"{}" if status == 299 else b"")


def test_the_sensible_refusals_have_their_codes() -> None:
    unsupported = _broken("reminders", "unsupported")("POST", REMINDERS_PATH, reminder())
    assert (unsupported.status, unsupported.value["code"]) == (403, "DEVICE_NOT_SUPPORTED")
    full = _broken("reminders", "full")("POST", REMINDERS_PATH, reminder())
    assert (full.status, full.value["code"]) == (403, "MAX_REMINDERS_EXCEEDED")


def test_garbage_is_a_success_without_json_and_empty_one_without_anything() -> None:
    status, body = _broken("settings", "garbage").raw("GET", "/v2/devices/a/settings/System.timeZone")
    assert (status, body) == (200, b"<html>{")
    assert _broken("profile", "empty").raw("GET", "/v2/accounts/~current/settings/Profile.name") == (200, b"")


def test_a_refused_connection_brings_no_answer() -> None:
    with pytest.raises(http.client.RemoteDisconnected):
        _broken("reminders", "refuse").raw("GET", REMINDERS_PATH)


def test_a_hang_says_nothing_for_longer_than_anybody_waits() -> None:
    started = time.monotonic()
    with pytest.raises(TimeoutError):
        _broken("reminders", "hang", patience=0.3).raw("GET", REMINDERS_PATH)
    assert time.monotonic() - started < 2


def test_a_slow_answer_comes_byte_by_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.services.misbehaviour.PAUSE", 0.002)
    started = time.monotonic()
    assert _broken("reminders", "slow")("GET", REMINDERS_PATH).value["totalCount"] == "0"
    assert time.monotonic() - started > 0.2


def test_a_hang_and_a_slow_answer_end_after_half_a_minute_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.services.misbehaviour.LONGEST", 0.02)
    monkeypatch.setattr("simulator.services.misbehaviour.PAUSE", 0.002)
    with pytest.raises(http.client.RemoteDisconnected):
        _broken("reminders", "hang").raw("GET", REMINDERS_PATH)
    with pytest.raises(http.client.HTTPException):
        _broken("reminders", "slow").raw("GET", REMINDERS_PATH)


def test_a_fault_stays_with_its_service_and_its_person_until_it_is_taken_off() -> None:
    device, call = opened()
    device.account.permissions.set(REMINDERS, "GRANTED")
    device.account.faults.put("reminders", "503")
    assert call("GET", REMINDERS_PATH).status == 503
    assert call("GET", f"/v2/devices/{call.device}/settings/System.timeZone").status == 200
    assert opened()[1]("GET", REMINDERS_PATH).status == 401
    device.account.faults.put("reminders", "off")
    assert call("GET", REMINDERS_PATH).status == 200


def test_a_broken_service_does_nothing_of_what_it_was_asked() -> None:
    device, call = opened()
    device.account.permissions.set(REMINDERS, "GRANTED")
    for fault in ("500", "garbage", "empty", "refuse"):
        device.account.faults.put("reminders", fault)
        try:
            call.raw("POST", REMINDERS_PATH, reminder())
        except http.client.RemoteDisconnected:
            assert fault == "refuse"
    assert device.account.reminders.set_ones(device.account.clock()) == []


@pytest.mark.parametrize(
    ("service", "fault", "says"),
    [
        ("weather", "500", "there are reminders, profile, settings, directives"),
        ("reminders", "199", "an HTTP status from 200 to 599"),
        ("reminders", "600", "an HTTP status from 200 to 599"),
        ("reminders", "broken", ", ".join(KINDS)),
        ("reminders", "", "is not a fault"),
    ],
)
def test_an_unknown_fault_names_those_that_there_are(service: str, fault: str, says: str) -> None:
    device, _ = opened()
    with pytest.raises(CommandWrong, match=says):
        device.account.faults.put(service, fault)


def test_a_program_ends_at_once_though_a_call_hangs() -> None:
    program = f"""
import socket, time
from simulator.services.server import services
from tests.simulator.services.test_faults import _broken
call = _broken("reminders", "hang")
connection = socket.create_connection(("127.0.0.1", services().server_port))
connection.sendall(f"GET {REMINDERS_PATH} HTTP/1.0\\r\\nAuthorization: Bearer {{call.token}}\\r\\n\\r\\n".encode())
time.sleep(0.3)
connection.close()
"""
    started = time.monotonic()
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=PROJECT, env=environment, capture_output=True, timeout=20
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert time.monotonic() - started < 10
