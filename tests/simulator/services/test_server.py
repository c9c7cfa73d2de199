"""The one server behind all devices."""

import gc
import json
import socket
import threading
import time
from typing import Any

from simulator.services.account import Account
from simulator.services.call import Access
from simulator.services.device_settings import DeviceSettings
from simulator.services.server import ServiceServer, services
from simulator.under_test.endpoint import UrlEndpoint
from tests.simulator.servers import server
from tests.simulator.services.calling import Caller, opened
from tests.simulator.tea import Skill, ask, tea_device, tell


def test_all_devices_share_one_server_on_the_loopback() -> None:
    (_, first), (_, second) = opened(), opened()
    assert first.token != second.token
    assert services().url.startswith("http://127.0.0.1:")
    assert [thread.name for thread in threading.enumerate()].count("alexa-services") == 1


def test_a_device_that_is_gone_takes_its_token_with_it() -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.launch()
    call = Caller(skill.last)
    path = f"/v2/devices/{call.device}/settings/System.timeZone"
    assert call("GET", path).status == 200
    del device
    gc.collect()
    assert call("GET", path).status == 401


def test_a_token_needs_the_word_bearer_before_it() -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.launch()
    token = skill.last["context"]["System"]["apiAccessToken"]
    running = services()
    assert running.access(f"Bearer {token}") is not None
    for header in ("", token, f"Basic {token}", "Bearer"):
        assert running.access(header) is None


def test_nonsense_instead_of_http_disturbs_nobody() -> None:
    _, call = opened()
    for nonsense in (b"", b"\x00\xff\r\n\r\n", b"GET / HTTP/1.0\r\nContent-Length: many\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", services().server_port), timeout=3) as connection:
            connection.sendall(nonsense)
    assert call("GET", f"/v2/devices/{call.device}/settings/System.timeZone").status == 200


def test_a_skill_behind_a_url_reaches_them_too() -> None:
    def answer(envelope: Any) -> tuple[int, bytes]:
        call = Caller(envelope)
        zone = call("GET", f"/v2/devices/{call.device}/settings/System.timeZone").value
        return 200, json.dumps(tell(f"You are in {zone}.")).encode()

    with server(answer) as url:
        assert tea_device(UrlEndpoint(url)).launch().speech == "You are in America/New_York."


def test_a_stopped_server_listens_no_more() -> None:
    stopped = ServiceServer()
    port = stopped.server_port
    stopped.stop()
    assert not stopped._thread.is_alive()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_server_that_stops_lets_go_of_what_hangs() -> None:
    stopped, access = ServiceServer(), Access(Account(), DeviceSettings.of_locale("en-US"))
    stopped.admit(access)
    access.account.faults.put("reminders", "hang")
    head = f"GET /v1/alerts/reminders HTTP/1.0\r\nAuthorization: Bearer {access.token}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", stopped.server_port), timeout=5) as connection:
        connection.sendall(head.encode())
        time.sleep(0.2)
        stopped.stop()
        assert connection.recv(1) == b""
