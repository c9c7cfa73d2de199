"""Reminders over HTTP, as a skill's service client sees them."""

from datetime import timedelta
from typing import Any

import pytest

from simulator.services import reminder_list
from simulator.services.permissions import REMINDERS
from tests.simulator.services.calling import Caller, at, opened, reminder
from tests.simulator.tea import Json

PATH = "/v1/alerts/reminders"


def _allowed() -> Caller:
    device, call = opened()
    device.account.permissions.set(REMINDERS, "GRANTED")
    return call


def test_a_reminder_that_is_made_can_be_seen_moved_and_removed() -> None:
    call = _allowed()
    made = call("POST", PATH, reminder())
    assert made.status == 200
    assert set(made.value) == {"alertToken", "createdTime", "updatedTime", "status", "version", "href"}
    assert (made.value["status"], made.value["version"]) == ("ON", "1")
    assert made.value["createdTime"] == "2026-03-04T09:30:00.000Z"
    one = made.value["href"]
    assert one == f"{PATH}/{made.value['alertToken']}"

    seen = call("GET", one).value
    assert seen["alertInfo"]["spokenInfo"]["content"][0]["text"] == "Drink tea"
    moved = call("PUT", one, reminder("Drink more tea", **at("2026-03-05T08:00:00")))
    assert (moved.status, moved.value["alertToken"], moved.value["version"]) == (200, seen["alertToken"], "2")
    assert call("GET", one).value["trigger"] == at("2026-03-05T08:00:00")
    everything = call("GET", PATH).value
    assert (everything["totalCount"], len(everything["alerts"])) == ("1", 1)

    assert call("DELETE", one) == (200, None)
    assert call("GET", PATH).value == {"totalCount": "0", "alerts": [], "links": None}
    for method, body in (("GET", None), ("PUT", reminder()), ("DELETE", None)):
        gone = call(method, one, body)
        assert (gone.status, gone.value["code"]) == (404, "ALERT_NOT_FOUND")


def test_a_token_that_nobody_gave_out_opens_nothing() -> None:
    call = _allowed()
    reply = call("POST", PATH, reminder(), token="made-up")
    assert (reply.status, reply.value["code"]) == (401, "INVALID_TOKEN")
    assert call("GET", PATH).value["totalCount"] == "0"


@pytest.mark.parametrize("status", [None, "DENIED"])
def test_without_the_permission_every_call_is_refused(status: Any) -> None:
    device, call = opened()
    if status:
        device.account.permissions.set(REMINDERS, status)
    for method, path in (("POST", PATH), ("GET", PATH), ("GET", f"{PATH}/a"), ("PUT", f"{PATH}/a"), ("DELETE", PATH)):
        reply = call(method, path, reminder())
        assert (reply.status, reply.value["code"]) == (401, "UNAUTHORIZED")


def test_a_person_sees_only_their_own_reminders() -> None:
    first, second = _allowed(), _allowed()
    made = first("POST", PATH, reminder()).value
    assert first.token != second.token
    assert second("GET", made["href"]).status == 404


@pytest.mark.parametrize(
    ("trigger", "due"),
    [
        (at("2026-03-04T04:31:00", "America/New_York"), "2026-03-04T09:31:00+00:00"),
        (at("2026-03-04T10:31:00.500", "Europe/Berlin"), "2026-03-04T09:31:00.500000+00:00"),
        (at("2026-03-04T04:31:00"), "2026-03-04T09:31:00+00:00"),
        ({"type": "SCHEDULED_RELATIVE", "offsetInSeconds": 60}, "2026-03-04T09:31:00+00:00"),
    ],
)
def test_local_time_counts_in_the_zone_that_is_named_or_else_in_the_devices(trigger: Json, due: str) -> None:
    device, call = opened()
    device.account.permissions.set(REMINDERS, "GRANTED")
    assert call("POST", PATH, reminder(**trigger)).status == 200
    [made] = device.account.reminders.set_ones(device.account.clock())
    assert made.at.isoformat() == due


def _without(name: str) -> Json:
    return {key: value for key, value in reminder().items() if key != name}


def _content(*content: object) -> Json:
    return reminder() | {"alertInfo": {"spokenInfo": {"content": list(content)}}}


WRONG: dict[str, object] = {
    "no JSON object": [1],
    "no requestTime": _without("requestTime"),
    "no trigger": _without("trigger"),
    "no alertInfo": _without("alertInfo"),
    "no pushNotification": _without("pushNotification"),
    "an unknown push status": reminder() | {"pushNotification": {"status": "MAYBE"}},
    "an unknown trigger": reminder(type="SOON"),
    "no offset": reminder(type="SCHEDULED_RELATIVE"),
    "an offset of nothing": reminder(type="SCHEDULED_RELATIVE", offsetInSeconds=0),
    "an offset in words": reminder(type="SCHEDULED_RELATIVE", offsetInSeconds="60"),
    "an offset beyond the calendar": reminder(type="SCHEDULED_RELATIVE", offsetInSeconds=10**15),
    "no time": reminder(type="SCHEDULED_ABSOLUTE", timeZoneId="Europe/Berlin"),
    "a time with an offset": reminder(**at("2026-03-05T08:00:00+01:00")),
    "a time in UTC": reminder(**at("2026-03-05T08:00:00Z")),
    "a date": reminder(**at("2026-03-05")),
    "a number for a time": reminder(type="SCHEDULED_ABSOLUTE", scheduledTime=1_900_000_000),
    "a time that is over": reminder(**at("2026-03-04T04:30:00")),
    "a time at the end of the calendar": reminder(**at("9999-12-31T23:59:59")),
    "a time before it": reminder(**at("0001-01-01T00:00:00", "Asia/Kolkata")),
    "a zone that is a folder": reminder(**at("2026-03-05T08:00:00", "America")),
    "a zone outside the folders": reminder(**at("2026-03-05T08:00:00", "../passwd")),
    "no zone's name": reminder(**at("2026-03-05T08:00:00", "")),
    "an unknown zone": reminder(**at("2026-03-05T08:00:00", "Europe/Atlantis")),
    "a recurrence": reminder(**at("2026-03-05T08:00:00"), recurrence={"freq": "DAILY"}),
    "no words": _content(),
    "words without a locale": _content({"text": "Tea"}),
    "empty words": _content({"locale": "en-US", "text": ""}),
    "half a character": _content({"locale": "en-US", "text": "\ud800"}),
    "blank words": _content({"locale": "en-US", "text": "  "}),
    "a locale alone": _content({"locale": "en-US"}),
}


@pytest.mark.parametrize("body", WRONG.values(), ids=WRONG)
def test_a_body_that_alexa_would_not_take_is_refused_with_the_reason(body: object) -> None:
    call = _allowed()
    reply = call("POST", PATH, body)
    assert (reply.status, reply.value["code"]) == (400, "INVALID_REQUEST")
    assert len(reply.value["message"].split()) > 2
    assert call("GET", PATH).value["totalCount"] == "0"


def test_a_body_that_is_no_json_is_refused_too() -> None:
    assert _allowed()("POST", PATH).status == 400


def test_words_in_any_script_are_told_again() -> None:
    call = _allowed()
    made = call("POST", PATH, reminder("Tee 茶 🍵")).value
    assert call("GET", made["href"]).value["alertInfo"]["spokenInfo"]["content"][0]["text"] == "Tee 茶 🍵"


def test_words_may_be_ssml() -> None:
    device, call = opened()
    device.account.permissions.set(REMINDERS, "GRANTED")
    call("POST", PATH, _content({"locale": "en-US", "ssml": "<speak>Tea &amp; milk</speak>"}))
    assert [one.text for one in device.account.reminders.set_ones(device.account.clock())] == ["Tea & milk"]


def test_there_is_room_for_so_many_reminders_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.services.reminders.MOST", 2)
    call = _allowed()
    replies = [call("POST", PATH, reminder()) for _ in range(3)]
    assert [reply.status for reply in replies] == [200, 200, 403]
    assert replies[2].value["code"] == "MAX_REMINDERS_EXCEEDED"


def test_a_reminder_that_rang_is_completed_and_seen_for_three_more_days() -> None:
    device, call = opened()
    device.account.permissions.set(REMINDERS, "GRANTED")
    made = call("POST", PATH, reminder()).value
    device.later(timedelta(hours=2))
    assert call("GET", made["href"]).value["status"] == "COMPLETED"
    device.later(reminder_list.KEPT_AFTER)
    assert call("GET", made["href"]).status == 404


def test_a_method_that_is_not_meant_for_a_path_is_refused() -> None:
    call = _allowed()
    assert call("PUT", PATH, reminder()).status == 405
    assert call("POST", f"{PATH}/a", reminder()).status == 405
