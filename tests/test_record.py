"""State to JSON and back: nothing is lost, nothing strange comes in."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from skill.conversation.state import Case, Pending, Reminder, State
from skill.decision.models import MODELS
from skill.decision.walk import walk
from skill.errors import RecordUnreadable
from skill.record import VERSION, decode, encode, is_newer, written

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LOST, DEVICE = MODELS["lost_package"].version, MODELS["device_help"].version
STATE = State(
    cases=(
        Case(
            "lost_package",
            LOST,
            {"item": "Grüße", "status": None},
            {"email": NOON},
            reopened="item",
            name="the blue one",
            sent={"email": "2026-11-21"},
            sent_by={"chat_or_seller": "C-EMAIL"},
            postponed={"email": NOON},
            reminder=Reminder("a token", NOON),
        ),
        Case("device_help", DEVICE, {"device": "echo", "trouble": "no sound"}, number=2, closed=NOON),
    ),
    active=1,
    pending=Pending("remind", 0, NOON, "status"),
    loose={"item": "kettle", "ordered": None},
    draft="1125",
    misses=2,
    given_up=1,
    asked="trouble",
    manner="rephrase",
    topic="tips",
    page=1,
    turns=7,
    zone="Europe/Berlin",
    last_word=NOON,
    asked_name=True,
    unread=True,
)
VERSION_1 = {
    "version": 1,
    "turns": 7,
    "active": 1,
    "draft": "1125",
    "loose": {"item": "kettle"},
    "cases": [
        {
            "model": "lost_package",
            "version": 1,
            "answers": {"item": "kettle", "order_number": ""},
            "reached": {"chat_or_seller": "2026-11-20T09:00:00+00:00"},
            "reopened": "item",
        },
        {"model": "device_help", "version": 1, "answers": {"device": "echo"}, "reached": {}},
    ],
    "session": {"asked": "resume", "manner": "rephrase", "misses": 1, "given_up": 0, "offered": 0},
}
"""A record as version 1 wrote it."""
GARBAGE: tuple[Any, ...] = (
    None,
    "",
    "x",
    -1,
    99,
    1.5,
    float("inf"),
    float("nan"),
    True,
    [],
    ["x"],
    {},
    {"x": "y"},
    "١٢",
)


def through_json(record: object) -> Any:
    """What comes back of a record from where JSON loses its nulls, as session attributes may."""
    return _without_nulls(json.loads(json.dumps(record)))


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(inner) for key, inner in value.items() if inner is not None}
    return [_without_nulls(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("state", [STATE, State()])
def test_a_state_comes_back_whole(state: State) -> None:
    assert decode(through_json(encode(state)), MODELS) == state


def test_a_record_has_no_nulls_to_lose() -> None:
    assert _without_nulls(encode(STATE)) == encode(STATE)
    assert _without_nulls(encode(State())) == encode(State())


def test_a_question_that_was_left_open_stays_so() -> None:
    state = decode(through_json(encode(State(cases=(Case("lost_package", 1, {"item": None}),)))), MODELS)
    assert state.cases[0].answers == {"item": None}
    assert walk(MODELS["lost_package"], state.cases[0].answers).asking == "status"


def test_answers_stay_in_the_order_in_which_they_were_given() -> None:
    answers = {"status": "late", "item": "kettle", "urgent": "no"}
    state = decode(through_json(encode(State(cases=(Case("lost_package", 1, answers),)))), MODELS)
    assert list(state.cases[0].answers) == list(answers)


def test_the_record_has_the_shape_that_its_description_shows() -> None:
    record = encode(
        State(
            cases=(Case("lost_package", LOST, {"item": "kettle"}, {"email": NOON}),),
            active=0,
            turns=7,
        )
    )
    assert record == {
        "version": VERSION,
        "turns": 7,
        "active": 0,
        "draft": "",
        "loose": {},
        "cases": [
            {
                "number": 1,
                "model": "lost_package",
                "version": LOST,
                "answers": {"item": "kettle"},
                "reached": {"email": "2026-11-22T12:00:00+00:00"},
            }
        ],
        "session": {"misses": 0, "given_up": 0, "page": 0},
    }


def test_a_topic_that_no_longer_exists_is_forgotten() -> None:
    record = encode(STATE)
    record["session"]["topic"] = "the weather"
    assert decode(record, MODELS).topic is None


def test_a_record_of_version_1_is_read_with_all_that_it_holds() -> None:
    state = decode(VERSION_1, MODELS)
    parcel, device = state.cases
    assert parcel.answers == {"item": "kettle", "order_number": None}
    assert parcel.reached == {"chat_or_seller": datetime(2026, 11, 20, 9, tzinfo=UTC)}
    assert (parcel.number, parcel.reopened, device.number) == (1, "item", 2)
    assert (state.case, state.draft, state.loose, state.turns) == (device, "1125", {"item": "kettle"}, 7)


def test_the_case_that_version_1_had_offered_is_the_pending_question() -> None:
    assert decode(VERSION_1, MODELS).pending == Pending("resume", 0)


def test_a_record_of_version_1_is_written_again_as_the_newest() -> None:
    record = encode(decode(VERSION_1, MODELS))
    assert record["version"] == VERSION
    assert decode(record, MODELS) == decode(VERSION_1, MODELS)


def test_a_pending_question_that_no_longer_exists_is_forgotten() -> None:
    record = encode(STATE)
    record["session"]["pending"]["question"] = "which_planet"
    assert decode(record, MODELS).pending is None


def test_a_zone_that_this_machine_does_not_know_is_forgotten() -> None:
    assert decode({**encode(STATE), "zone": "Moon/Tranquility"}, MODELS).zone is None


def test_a_case_of_a_decision_that_no_longer_exists_is_set_aside_and_the_others_stay_where_they_were() -> None:
    models = {id_: model for id_, model in MODELS.items() if id_ != "lost_package"}
    state = decode(encode(STATE), models)
    assert [case.model for case in state.cases] == ["device_help"]
    assert (state.active, state.pending) == (0, None)
    assert decode(encode(STATE), {}) == State(
        loose=STATE.loose,
        draft="1125",
        misses=2,
        given_up=1,
        asked="trouble",
        manner="rephrase",
        topic="tips",
        page=1,
        turns=7,
        zone="Europe/Berlin",
        last_word=NOON,
        asked_name=True,
        unread=True,
    )


def test_what_a_decision_no_longer_takes_is_left_out() -> None:
    answers = {"item": "kettle", "weather": "fine", "status": "on the moon", "urgent": None}
    case = Case("lost_package", 1, answers, reopened="weather")
    [decoded] = decode(encode(State(cases=(case,))), MODELS).cases
    assert decoded.answers == {"item": "kettle", "urgent": None}
    assert decoded.reopened is None


def test_a_case_of_an_older_version_is_read_as_the_newest() -> None:
    [case] = decode(encode(State(cases=(Case("lost_package", 0, {"item": "kettle"}),))), MODELS).cases
    assert case.version == MODELS["lost_package"].version


def test_a_time_of_another_zone_is_the_same_time() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=9)))
    [case] = decode(encode(State(cases=(Case("lost_package", 1, {}, {"email": there}),))), MODELS).cases
    assert case.reached == {"email": NOON}


@pytest.mark.parametrize("record", [*GARBAGE, {"version": VERSION}, {**encode(STATE), "version": VERSION + 1}])
def test_what_is_no_record_is_unreadable(record: object) -> None:
    with pytest.raises(RecordUnreadable, match=f"not a record of version {VERSION} or before: "):
        decode(record, MODELS)


def test_a_manner_of_asking_that_there_is_not_is_none() -> None:
    record = encode(STATE)
    record["session"]["manner"] = "xylophone"
    assert decode(record, MODELS).manner is None


@pytest.mark.parametrize("count", [-1, 10**10, 1e308, float("nan")])
def test_a_count_that_nobody_has_counted_to_is_unreadable(count: float) -> None:
    record = encode(STATE)
    record["cases"][0]["number"] = count
    with pytest.raises(RecordUnreadable):
        decode(record, MODELS)


@pytest.mark.parametrize("when", ["2026-11-22T12:00:00", "yesterday", ""])
def test_a_time_without_its_zone_is_unreadable(when: str) -> None:
    record = encode(STATE)
    record["cases"][0]["reached"]["email"] = when
    with pytest.raises(RecordUnreadable):
        decode(record, MODELS)


@pytest.mark.parametrize(
    "record", [None, "turns", [], {}, {"turns": None}, {"turns": "8"}, {"turns": 6}, {"turns": 7}]
)
def test_what_tells_of_no_more_turns_is_not_newer(record: object) -> None:
    assert not is_newer(record, than=State(turns=7))


def test_what_tells_of_more_turns_is_newer() -> None:
    assert is_newer({"turns": 8}, than=State(turns=7))


def test_a_state_is_written_once_for_the_session_and_for_the_store() -> None:
    made = written(STATE)
    assert (made.state, made.record) == (STATE, encode(STATE))
    assert json.loads(made.text) == made.record


def test_what_is_unreadable_is_not_quoted() -> None:
    with pytest.raises(RecordUnreadable) as wrong:
        decode({**encode(STATE), "draft": "my secret"}, MODELS)
    assert "secret" not in str(wrong.value)


@pytest.mark.parametrize("whole", [encode(STATE), VERSION_1], ids=["newest", "version 1"])
def test_whatever_one_piece_of_a_record_is_it_is_unreadable_or_a_state_that_can_be_walked(
    whole: dict[str, Any],
) -> None:
    tried = 0
    for record in damaged(whole):
        tried += 1
        try:
            state = decode(record, MODELS)
        except RecordUnreadable:
            continue
        assert decode(encode(state), MODELS) == state
        assert state.case is None or state.case in state.cases
        for case in state.cases:
            walk(MODELS[case.model], case.answers, now=NOON, reached=case.reached, postponed=case.postponed)
    assert tried > 300


def damaged(record: Any) -> Iterator[Any]:
    """The record with each of its pieces in turn missing, or replaced by each piece of garbage."""
    if isinstance(record, dict):
        for key, value in record.items():
            rest = {other: inner for other, inner in record.items() if other != key}
            yield rest
            yield from (rest | {key: inner} for inner in (*GARBAGE, *damaged(value)))
    elif isinstance(record, list):
        for index, value in enumerate(record):
            yield from ([*record[:index], inner, *record[index + 1 :]] for inner in (*GARBAGE, *damaged(value)))
