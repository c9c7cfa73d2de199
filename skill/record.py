"""State to versioned JSON and back, for the session and for the stores: the only file that knows the record's shape.

Shape, version 2 (times are ISO 8601 with offset; an empty answer is a question that was asked and left open)::

    {"version": 2, "turns": 7, "active": 0, "draft": "", "loose": {}, "zone": "Europe/Berlin",
     "last_word": "2026-11-22T09:00:00+00:00", "asked_name": true, "unread": true,
     "cases": [{"number": 1, "model": "lost_package", "version": 1, "answers": {"item": "kettle", "order_number": ""},
                "reached": {"email": "2026-11-22T09:00:00+00:00"}, "reopened": "item", "name": "the blue one",
                "sent": {"email": "2026-11-23"}, "sent_by": {"chat_or_seller": "C-EMAIL"},
                "postponed": {"email": "2026-11-25T09:00:00+00:00"}, "closed": "2026-11-30T09:00:00+00:00",
                "reminder": {"token": "...", "at": "2026-11-25T18:00:00+01:00"}}],
     "session": {"asked": "item", "manner": "rephrase", "misses": 0, "given_up": 0, "topic": "tips", "page": 1,
                 "pending": {"question": "remind", "case": 0, "at": "2026-11-25T18:00:00+01:00", "then": "status"}}}

What is not there is left out: a null does not survive every way that session attributes take. Version 1 had neither
numbers nor reminders nor any of the fields that a case has got since, and ``offered`` where ``pending`` is now.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from skill.conversation.acts import MANNERS
from skill.conversation.state import Case, Pending, Reminder, State
from skill.conversation.talk import ABOUT_A_CASE, REMIND, RESUME, TALK_QUESTIONS
from skill.conversation.topics import TOPICS
from skill.conversation.turn import Intention
from skill.decision.condition import Answers
from skill.decision.expects import Choice
from skill.decision.model import Model
from skill.errors import RecordUnreadable
from skill.value import Value

VERSION = 2
_MOST_COUNTED = 10**9

_as_text = json.JSONEncoder(ensure_ascii=False).encode


class Written(Value):
    """A state as it was written: its ``record`` as a JSON object, for the session, and as ``text``, for a store."""

    state: State
    record: dict[str, Any]
    text: str


def written(state: State) -> Written:
    """The state with its record, written once for everybody who carries it."""
    record = encode(state)
    return Written(state, record, _as_text(record))


def encode(state: State) -> dict[str, Any]:
    """The state as a JSON object."""
    session = {
        "asked": state.asked,
        "manner": state.manner,
        "misses": state.misses,
        "given_up": state.given_up,
        "topic": state.topic,
        "page": state.page,
        "pending": _encode_pending(state.pending) if state.pending else None,
    }
    return _without_nulls(
        {
            "version": VERSION,
            "turns": state.turns,
            "active": state.active,
            "draft": state.draft,
            "loose": _encode_answers(state.loose),
            "zone": state.zone,
            "last_word": _encode_time(state.last_word),
            "asked_name": state.asked_name or None,
            "unread": state.unread or None,
            "cases": [_encode_case(case) for case in state.cases],
            "session": _without_nulls(session),
        }
    )


def _encode_case(case: Case) -> dict[str, Any]:
    reminder = {"token": case.reminder.token, "at": case.reminder.at.isoformat()} if case.reminder else None
    return _without_nulls(
        {
            "number": case.number,
            "model": case.model,
            "version": case.version,
            "answers": _encode_answers(case.answers),
            "reached": {node: when.isoformat() for node, when in case.reached.items()},
            "reopened": case.reopened,
            "name": case.name,
            "sent": dict(case.sent) or None,
            "sent_by": dict(case.sent_by) or None,
            "postponed": {node: when.isoformat() for node, when in case.postponed.items()} or None,
            "reminder": reminder,
            "closed": _encode_time(case.closed),
        }
    )


def _encode_pending(pending: Pending) -> dict[str, Any]:
    at = _encode_time(pending.at)
    return _without_nulls({"question": pending.question, "case": pending.case, "at": at, "then": pending.then})


def _encode_answers(answers: Answers) -> dict[str, str]:
    return {question: value or "" for question, value in answers.items()}


def _encode_time(when: datetime | None) -> str | None:
    return when.isoformat() if when else None


def _without_nulls(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}


def decode(record: object, models: Mapping[str, Model]) -> State:
    """The state of a record, of this version or any earlier one.

    Cases of decisions that no longer exist, and answers that a decision no longer takes, are left out: the walk then
    asks from the first gap. Raises ``RecordUnreadable`` for what no release has written, this one included.
    """
    try:
        return _decode(_upgraded(record), models)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as wrong:
        raise RecordUnreadable(f"not a record of version {VERSION} or before: {type(wrong).__name__}") from wrong


def is_newer(record: object, than: State) -> bool:
    """Whether a record tells of more turns than the state has seen. What isn't a record tells of none."""
    turns = record.get("turns") if isinstance(record, Mapping) else None
    return isinstance(turns, int) and turns > than.turns


def is_unread(record: object) -> bool:
    """Whether a record is of a talk that began while the store did not answer."""
    return isinstance(record, Mapping) and bool(record.get("unread"))


def _upgraded(record: Any) -> Any:
    """The record in today's shape: each version's change is made in turn."""
    version = record["version"]
    if version not in (*_UPGRADES, VERSION) or isinstance(version, bool):
        raise ValueError("unknown version")
    for older in range(version, VERSION):
        record = {**_UPGRADES[older](record), "version": older + 1}
    return record


def _from_1(record: Mapping[str, Any]) -> dict[str, Any]:
    """Cases get their numbers by their order; the case that was offered becomes the pending question about it."""
    session = dict(record.get("session") or {})
    offered = session.pop("offered", None)
    if offered is not None:
        session["pending"] = {"question": RESUME, "case": offered}
    cases = [{**case, "number": index + 1} for index, case in enumerate(record["cases"])]
    return {**record, "cases": cases, "session": session}


_UPGRADES: dict[int, Callable[[Mapping[str, Any]], dict[str, Any]]] = {1: _from_1}
"""From each earlier version to the next."""


def _decode(record: Any, models: Mapping[str, Model]) -> State:
    kept = [index for index, case in enumerate(record["cases"]) if case["model"] in models]
    session = record.get("session") or {}
    return State(
        cases=tuple(_decode_case(record["cases"][index], models) for index in kept),
        active=_moved(record.get("active"), kept),
        pending=_decode_pending(session.get("pending"), kept),
        loose=_answers(record["loose"]),
        draft=_digits(record["draft"]),
        misses=_count(session.get("misses") or 0),
        given_up=_count(session.get("given_up") or 0),
        asked=_text(session.get("asked")),
        manner=session["manner"] if session.get("manner") in MANNERS else None,
        topic=session["topic"] if session.get("topic") in TOPICS else None,
        page=_count(session.get("page") or 0),
        turns=_count(record["turns"]),
        zone=_zone(record.get("zone")),
        last_word=_optional_time(record.get("last_word")),
        asked_name=bool(record.get("asked_name")),
        unread=bool(record.get("unread")),
    )


def _decode_case(case: Mapping[str, Any], models: Mapping[str, Model]) -> Case:
    model = models[case["model"]]
    answers = _answers(case["answers"])
    reopened = _text(case.get("reopened"))
    reminder = case.get("reminder")
    return Case(
        model=model.id,
        version=model.version,
        answers={question: value for question, value in answers.items() if _is_taken(model, question, value)},
        reached={str(node): _time(when) for node, when in case["reached"].items()},
        reopened=reopened if reopened and model.takes(reopened) else None,
        number=_count(case["number"]),
        name=_text(case.get("name")),
        sent={str(node): _day(day) for node, day in (case.get("sent") or {}).items()},
        sent_by={str(node): str(channel) for node, channel in (case.get("sent_by") or {}).items()},
        postponed={str(node): _time(when) for node, when in (case.get("postponed") or {}).items()},
        reminder=Reminder(str(reminder["token"]), _time(reminder["at"])) if reminder else None,
        closed=_optional_time(case.get("closed")),
    )


def _decode_pending(pending: Any, kept: list[int]) -> Pending | None:
    """The question of the talk that was open; None for one that no longer exists or lacks what it is about."""
    if not pending or pending["question"] not in TALK_QUESTIONS:
        return None
    case = _moved(pending.get("case"), kept)
    if case is None and ("case" in pending or pending["question"] in ABOUT_A_CASE):
        return None
    at, then = _optional_time(pending.get("at")), pending.get("then")
    if at is None and pending["question"] == REMIND:
        return None
    return Pending(pending["question"], case, at, Intention(then).value if then else None)


def _count(value: Any) -> int:
    """A number that counts something; ``ValueError`` for what nobody has ever counted to."""
    count = int(value)
    if not 0 <= count <= _MOST_COUNTED:
        raise ValueError("a count is out of bounds")
    return count


def _is_taken(model: Model, question: str, value: str | None) -> bool:
    if not model.takes(question):
        return False
    expects = model.questions[question].expects
    return value is None or not isinstance(expects, Choice) or value in expects.values


def _moved(index: int | None, kept: list[int]) -> int | None:
    """Where the case of this index stands among the kept ones."""
    return kept.index(index) if index in kept else None


def _answers(values: Mapping[str, Any]) -> dict[str, str | None]:
    return {str(question): _text(value) or None for question, value in values.items()}


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _zone(value: Any) -> str | None:
    """The zone, if this machine knows it."""
    if not value:
        return None
    # Most talks know no zone.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        return None


def _optional_time(value: Any) -> datetime | None:
    return None if value is None else _time(value)


def _day(value: str) -> str:
    """A day, or nothing where it isn't known."""
    return date.fromisoformat(value).isoformat() if value else ""


def _time(value: str) -> datetime:
    when = datetime.fromisoformat(value)
    if when.tzinfo is None:
        raise ValueError("not a time with an offset")
    return when


def _digits(value: str) -> str:
    if value != "" and not (value.isascii() and value.isdigit()):
        raise ValueError("not digits")
    return value
