"""Alexa's services over real connections: whatever they answer, the talk gets a plain result in time."""

import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from skill.alexa.permissions import NAME_SCOPE, REMINDERS_SCOPE
from skill.alexa.services import AlexaServices
from skill.conversation.ports import Refusal, ReminderWish, Services
from tests.alexa.envelopes import Json, envelope, launch, parsed
from tests.alexa.hung_servers import (
    Answer,
    answering,
    babbling,
    dripping_body,
    dripping_head,
    endless,
    full,
    hanging_up,
    never_accepting,
    nobody,
    serving,
    silent,
)

ACCESS, ALERT, DEVICE, NAME, TEXT = (
    "the-access-token",
    "the-alert",
    "the-device",
    "Given O'Name",
    "Time to ask again.",
)
PERSONAL = (ACCESS, ALERT, DEVICE, NAME, TEXT)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
WISH = ReminderWish(NOW + timedelta(days=2, microseconds=7), NOW, "Europe/Berlin", "de-DE", TEXT)
BUDGET = 0.2
SLACK = 1.0
"""Seconds that a busy machine may add."""

ACTS: dict[str, Callable[[Services], object]] = {
    "remind": lambda services: services.remind(WISH),
    "remove": lambda services: services.remove_reminder(ALERT),
    "name": lambda services: services.name(),
    "zone": lambda services: services.time_zone(),
}
NOTHING: dict[str, object] = {"remind": Refusal.FAILED, "remove": False, "name": "", "zone": None}
NOT_ALLOWED = NOTHING | {"remind": Refusal.NO_PERMISSION, "name": None}


@pytest.fixture(autouse=True)
def _nothing_personal_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.DEBUG)
    yield
    # An exception that is logged with its message would show in the text as well.
    assert [word for word in PERSONAL if word in caplog.text] == []


def services_at(url: str | None, seconds: float = 10.0, total: float = 10.0, **system: Any) -> Services:
    """The services of a launch whose envelope has this endpoint."""
    return AlexaServices(parsed(event_for(url, **system)), call_seconds=seconds, total_seconds=total)


def event_for(url: str | None, **system: Any) -> Json:
    event = envelope(launch())
    device = {"deviceId": DEVICE, "supportedInterfaces": {}}
    event["context"]["System"] |= {"apiEndpoint": url, "apiAccessToken": ACCESS, "device": device} | system
    return event


def with_scope(scope: str, status: str | None) -> Json:
    """The user of an envelope that says whether a permission was given."""
    return {"user": {"userId": "u", "permissions": {"scopes": {scope: {"status": status} if status else {}}}}}


def results(answer: Answer) -> dict[str, object]:
    """What each service comes to when every request is answered like this."""
    with serving(answer) as server:
        return {name: act(services_at(server.url)) for name, act in ACTS.items()}


def test_a_reminder_is_made_and_its_token_is_given() -> None:
    with serving(answering(200, {"alertToken": ALERT, "status": "ON", "version": "1"})) as server:
        assert services_at(server.url).remind(WISH) == ALERT
    head, _, body = server.asked[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /v1/alerts/reminders HTTP/1.1\r\n")
    assert f"Authorization: Bearer {ACCESS}".encode() in head
    assert json.loads(body) == {
        "requestTime": "2026-11-22T09:00:00",
        "trigger": {
            "type": "SCHEDULED_ABSOLUTE",
            "scheduledTime": "2026-11-24T10:00:00",
            "timeZoneId": "Europe/Berlin",
        },
        "alertInfo": {"spokenInfo": {"content": [{"locale": "de-DE", "text": TEXT}]}},
        "pushNotification": {"status": "ENABLED"},
    }


def test_without_a_time_zone_a_reminder_is_so_far_ahead() -> None:
    with serving(answering(201, {"alertToken": ALERT})) as server:
        wish = ReminderWish(NOW + timedelta(hours=30, microseconds=7), NOW, None, "en-US", TEXT)
        assert services_at(server.url).remind(wish) == ALERT
    asked = json.loads(server.asked[0].partition(b"\r\n\r\n")[2])
    assert asked["trigger"] == {"type": "SCHEDULED_RELATIVE", "offsetInSeconds": 108000}


@pytest.mark.parametrize("zone", ["No/Where", "../Berlin", "Europe"])
def test_a_reminder_in_a_zone_that_is_none_fails_without_a_call(zone: str) -> None:
    with serving(answering(200, {"alertToken": ALERT})) as server:
        wish = ReminderWish(NOW, NOW, zone, "en-US", TEXT)
        assert services_at(server.url).remind(wish) is Refusal.FAILED
    assert server.asked == []


def test_a_reminder_is_removed_by_its_token_and_nothing_else() -> None:
    with serving(answering(200)) as server:
        assert services_at(server.url).remove_reminder("a/../b?c") is True
        assert services_at(server.url).remove_reminder("") is True
    (asked,) = server.asked
    assert asked.startswith(b"DELETE /v1/alerts/reminders/a%2F..%2Fb%3Fc HTTP/1.1\r\n")


def test_the_time_zone_is_asked_for_once_in_a_request() -> None:
    with serving(answering(200, "Europe/Berlin")) as server:
        services = services_at(server.url)
        assert [services.time_zone(), services.time_zone()] == ["Europe/Berlin"] * 2
    (asked,) = server.asked
    assert asked.startswith(f"GET /v2/devices/{DEVICE}/settings/System.timeZone HTTP/1.1\r\n".encode())


@pytest.mark.parametrize("status", [204, 500])
def test_a_time_zone_that_could_not_be_had_is_not_asked_for_again(status: int) -> None:
    with serving(answering(status)) as server:
        services = services_at(server.url)
        assert [services.time_zone(), services.time_zone()] == [None, None]
    assert len(server.asked) == 1


ZONES = ["", ".", "..", "Europe", "Nowhere/Land", "../../etc/passwd", "/etc/localtime", "a\0b", "x" * 5000, "\ud800"]


@pytest.mark.parametrize("zone", ZONES)
def test_a_zone_that_nobody_knows_is_none(zone: str) -> None:
    with serving(answering(200, zone)) as server:
        assert services_at(server.url).time_zone() is None


def test_the_name_is_asked_for_once_in_a_request() -> None:
    with serving(answering(200, NAME)) as server:
        services = services_at(server.url)
        assert [services.name(), services.name()] == [NAME] * 2
    (asked,) = server.asked
    assert asked.startswith(b"GET /v2/accounts/~current/settings/Profile.name HTTP/1.1\r\n")


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("  Two\tWords\n", "Two Words"),
        ("Füll Näme", "Füll Näme"),
        ("x" * 100, "x" * 100),
        ("x" * 101, ""),
        ("   ", ""),
        ("bell\a", ""),
        ("turned\u202eround", ""),
        ("half a \ud800 pair", ""),
        (b'"no utf \xff"', ""),
    ],
)
def test_a_name_is_one_printable_line(sent: str | bytes, name: str | None) -> None:
    with serving(answering(200, sent)) as server:
        assert services_at(server.url).name() == name


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (200, NOTHING | {"remove": True}),
        (204, NOTHING | {"remove": True}),
        (302, NOTHING),
        (400, NOTHING),
        (401, NOT_ALLOWED),
        (403, NOT_ALLOWED),
        (404, NOTHING | {"remove": True}),
        (409, NOTHING),
        (429, NOTHING),
        (500, NOTHING),
        (503, NOTHING),
    ],
)
@pytest.mark.parametrize(
    "body", [None, b"\x00\xff no json", {}, {"code": None, "message": None}, [], 7, b"[" * 60_000]
)
def test_every_status_has_its_result_whatever_the_body(
    status: int, body: object, expected: dict[str, object]
) -> None:
    assert results(answering(status, None if status == 204 else body)) == expected


@pytest.mark.parametrize("status", [429, 500])
@pytest.mark.parametrize("body", [NAME, "Europe/Berlin", {"alertToken": ALERT}])
def test_an_error_with_a_fitting_body_is_still_an_error(status: int, body: object) -> None:
    assert results(answering(status, body)) == NOTHING


@pytest.mark.parametrize(
    ("code", "message", "refusal"),
    [
        ("DEVICE_NOT_SUPPORTED", "This device does not support reminders.", Refusal.UNSUPPORTED),
        ("UNSUPPORTED_DEVICE", "", Refusal.UNSUPPORTED),
        ("ACCESS_DENIED", "Access denied with reason: ACCESS_NOT_REQUESTED", Refusal.NO_PERMISSION),
        ("UNAUTHORIZED", "", Refusal.NO_PERMISSION),
        ("MAX_REMINDERS_REACHED", "", Refusal.TOO_MANY),
        ("REMINDER_LIMIT_EXCEEDED", "", Refusal.TOO_MANY),
        (None, "The maximum number of reminders is reached.", Refusal.TOO_MANY),
        ("FORBIDDEN", "", Refusal.NO_PERMISSION),
        (403, None, Refusal.FAILED),
        ("SOMETHING_NEW", "It is Tuesday.", Refusal.FAILED),
    ],
)
def test_a_forbidden_reminder_is_told_by_its_code(code: object, message: object, refusal: Refusal) -> None:
    with serving(answering(403, {"code": code, "message": message})) as server:
        assert services_at(server.url).remind(WISH) is refusal


@pytest.mark.parametrize("code", ["ACCESS_DENIED", "INVALID_TOKEN", 7])
def test_a_code_that_the_sdk_does_not_know_does_no_harm(code: object) -> None:
    assert results(answering(403, {"code": code, "__class__": "x"}))["name"] is None


@pytest.mark.parametrize("token", [None, "", 7, ["x"], "x" * 301])
def test_a_reminder_without_a_token_has_failed(token: object) -> None:
    with serving(answering(200, {"alertToken": token})) as server:
        assert services_at(server.url).remind(WISH) is Refusal.FAILED


@pytest.mark.parametrize(
    "body", [b"x" * 70_000, b'"' + b"x" * 70_000 + b'"', b"[" * 60_000, b"9" * 60_000, b"\xff\xfe", b"null", b"true"]
)
def test_odd_bodies_are_no_answer(body: bytes) -> None:
    found = results(answering(200, body))
    assert (found["remind"], found["name"], found["zone"]) == (Refusal.FAILED, "", None)


@pytest.mark.parametrize("answer", [babbling, hanging_up, endless])
def test_what_is_no_answer_is_nothing(answer: Answer) -> None:
    assert results(answer) == NOTHING


def test_a_redirect_is_not_followed() -> None:
    with serving(answering(200, NAME)) as other, serving(answering(302, None, f"Location: {other.url}/x")) as server:
        assert services_at(server.url).name() == ""
    assert other.asked == []


def test_where_nobody_listens_there_is_nothing() -> None:
    with nobody() as url:
        assert {name: act(services_at(url)) for name, act in ACTS.items()} == NOTHING


@pytest.mark.parametrize("service", ACTS)
@pytest.mark.parametrize("answer", [silent, dripping_head, dripping_body])
def test_a_service_that_hangs_is_left_in_time(service: str, answer: Answer) -> None:
    with serving(answer) as server:
        assert_left_in_time(server.url, service)


@pytest.mark.parametrize("service", ACTS)
@pytest.mark.parametrize("hung", [never_accepting, full])
def test_a_service_that_never_takes_the_call_is_left_in_time(
    service: str, hung: Callable[[], AbstractContextManager[str]]
) -> None:
    with hung() as url:
        assert_left_in_time(url, service)


def assert_left_in_time(url: str, service: str) -> None:
    began = time.monotonic()
    assert ACTS[service](services_at(url, seconds=BUDGET)) == NOTHING[service]
    assert BUDGET - 0.05 < time.monotonic() - began < BUDGET + SLACK


def test_all_calls_of_a_request_share_a_total() -> None:
    with serving(silent) as server:
        services = services_at(server.url, seconds=5, total=BUDGET)
        began = time.monotonic()
        assert {name: act(services) for name, act in ACTS.items()} == NOTHING
        assert BUDGET - 0.05 < time.monotonic() - began < BUDGET + SLACK
        assert len(server.asked) == 1


@pytest.mark.parametrize(
    "system",
    [
        {"apiEndpoint": None},
        {"apiEndpoint": ""},
        {"apiAccessToken": None},
        {"apiAccessToken": ""},
        {"apiAccessToken": "two\r\nlines"},
        {"apiAccessToken": "\u2603"},
        {"apiEndpoint": "http://api.invalid"},
        {"apiEndpoint": "nonsense"},
    ],
)
def test_without_an_endpoint_or_a_token_there_is_nothing(system: Json) -> None:
    with serving(answering(200, NAME)) as server:
        assert {name: act(services_at(server.url, **system)) for name, act in ACTS.items()} == NOTHING
    assert server.asked == []


@pytest.mark.parametrize("device", [None, {}, {"deviceId": ""}])
def test_without_a_device_there_is_no_time_zone(device: Json | None) -> None:
    with serving(answering(200, "Europe/Berlin")) as server:
        assert services_at(server.url, device=device).time_zone() is None
    assert server.asked == []


@pytest.mark.parametrize("status", ["DENIED", None])
def test_what_is_known_to_be_refused_is_not_asked_for(status: str | None) -> None:
    with serving(answering(200, NAME)) as server:
        assert services_at(server.url, **with_scope(NAME_SCOPE, status)).name() is None
        assert services_at(server.url, **with_scope(REMINDERS_SCOPE, status)).remind(WISH) is Refusal.NO_PERMISSION
    assert server.asked == []


def test_what_is_granted_is_asked_for_and_what_nothing_is_said_about_too() -> None:
    with serving(answering(200, NAME)) as server:
        assert services_at(server.url, **with_scope(NAME_SCOPE, "GRANTED")).name() == NAME
        assert services_at(server.url, **with_scope(REMINDERS_SCOPE, "DENIED")).name() == NAME


def test_a_yes_that_has_just_been_said_counts_more_than_the_envelope() -> None:
    event = event_for(None, **with_scope(REMINDERS_SCOPE, "DENIED"))
    said_yes = {"name": "AskFor", "status": {"code": "200"}, "payload": {"status": "ACCEPTED"}, "token": "t"}
    event["request"] |= {"type": "Connections.Response"} | said_yes
    with serving(answering(200, {"alertToken": ALERT})) as server:
        event["context"]["System"]["apiEndpoint"] = server.url
        assert AlexaServices(parsed(event)).remind(WISH) == ALERT


def test_the_outcome_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with serving(answering(429)) as server, nobody() as gone:
        services_at(server.url).name()
        services_at(gone).name()
        services_at(None).name()
    logged = [record.getMessage() for record in caplog.records]
    assert logged == [
        "service name: status 429",
        "service name: no answer, ConnectionRefusedError",
        "service name: not called",
    ]
