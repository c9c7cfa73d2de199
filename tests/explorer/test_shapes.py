"""What is the same state, and what is another one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from simulator.device.session import Session
from simulator.device.turn_result import TurnIds
from simulator.explorer.own_shapes import OwnShapes
from simulator.explorer.shapes import AnyShapes, form, key_of
from simulator.explorer.snapshot import Snapshot
from simulator.services.permissions import Permissions
from simulator.services.reminder_list import ReminderList

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
BEFORE, AFTER = (NOW - timedelta(hours=1)).isoformat(), (NOW + timedelta(hours=1)).isoformat()


def moment(attributes: dict[str, Any] | None, record: dict[str, Any] | None = None) -> Snapshot:
    session = None if attributes is None else Session(attributes=attributes)
    return Snapshot(session, NOW, Permissions(), ReminderList(), record)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026-03-01T10:00:00Z", "2026-03-02T11:30:00+00:00"),
        ("2026-03-01", "2026-12-24"),
        ("6f9619ff-8b86-d011-b42d-00cf4fc964ff", "0f8fad5b-d9cd-469f-a165-70867728950e"),
        ("amzn1.ask.account.A", "amzn1.ask.account.B"),
        ("my old kettle", "a toaster!"),
        (7, 4711),
        (1.5, -3),
    ],
)
def test_what_differs_by_chance_or_in_words_is_no_other_state(one: object, other: object) -> None:
    shape = AnyShapes().shape
    assert shape(moment({"it": one})) == shape(moment({"it": other}))
    assert shape(moment({}, {"it": [one]})) == shape(moment({}, {"it": [other]}))


@pytest.mark.parametrize(
    ("one", "other"),
    [("size", "topping"), (0, 1), (1, True), (None, False), ("", "a word or two"), ([], ["a"]), (BEFORE, AFTER)],
)
def test_what_decides_what_comes_next_is_another_state(one: object, other: object) -> None:
    assert key_of(form({"it": one}, NOW)) != key_of(form({"it": other}, NOW))


def test_an_open_session_is_another_state_than_none() -> None:
    assert AnyShapes().shape(moment({})) != AnyShapes().shape(moment(None))


def case(**more: object) -> dict[str, Any]:
    kept = {"number": 1, "model": "lost_package", "version": 1, "answers": {"item": "kettle"}, "reached": {}}
    return kept | more


def record(*cases: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"version": 2, "turns": 3, "active": 0, "draft": "", "loose": {}, "cases": list(cases), **more}


def own(kept: dict[str, Any], asking: str | None = "urgent") -> object:
    return OwnShapes().shape(replace(moment({}, kept), turn=TurnIds(asking)))


def test_the_turns_and_the_words_of_a_case_make_no_other_state() -> None:
    other = record(case(answers={"item": "a red kettle"} | {}, number=7), turns=9)
    assert own(record(case(answers={"item": "my kettle"}))) == own(other)


@pytest.mark.parametrize(
    "other",
    [
        record(case(), session={"misses": 1}),
        record(case(answers={"item": "kettle", "status": "late"})),
        record(case(model="payment")),
        record(case(reached={"email": (NOW - timedelta(hours=1)).isoformat()})),
        record(case(closed=NOW.isoformat())),
        record(case(reminder={"token": "t", "at": AFTER})),
        record(case(postponed={"email": AFTER})),
        record(case(), case(number=2)),
        record(case(), draft="112"),
        record(case(), session={"pending": {"question": "remind", "case": 0}}),
    ],
)
def test_what_case_compass_goes_by_makes_another_state(other: dict[str, Any]) -> None:
    assert own(record(case())) != own(other)


def test_a_wait_that_is_over_makes_another_state() -> None:
    told = [record(case(reached={"email": (NOW - timedelta(hours=ago)).isoformat()})) for ago in (1, 2, 50, 51)]
    one_hour, two_hours, fifty_hours, one_more = (own(one) for one in told)
    assert one_hour == two_hours != fifty_hours == one_more


def test_each_answer_and_each_outcome_is_a_feature_of_its_own() -> None:
    where, few = OwnShapes().features(moment({}, record(case())))
    still_there, more = OwnShapes().features(moment({}, record(case(answers={"item": "kettle", "status": "late"}))))
    assert where == still_there
    assert [feature for feature in more if feature not in few] == [["answer", "lost_package", "status", "late"]]
    told, _ = OwnShapes().features(moment(None, record(case(reached={"email": BEFORE}))))
    assert ["told", "lost_package", "email", 0] in told


def test_somebody_new_has_a_shape_too() -> None:
    assert OwnShapes().shape(moment(None)) == OwnShapes().shape(moment(None, {}))
    assert OwnShapes().features(moment(None))
