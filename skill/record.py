"""State to versioned JSON and back, for the session and for the stores: the only file that knows the record's shape.

Shape, version 1 (times are ISO 8601 with offset; an empty answer is a question that was asked and left open)::

    {"version": 1, "turns": 7, "active": 0, "draft": "", "loose": {},
     "cases": [{"model": "lost_package", "version": 1, "answers": {"item": "kettle", "order_number": ""},
                "reached": {"email": "2026-11-22T09:00:00+00:00"}, "reopened": "item"}],
     "session": {"asked": "item", "manner": "rephrase", "misses": 0, "given_up": 0, "offered": 0,
                 "topic": "tips", "page": 1}}

What is not there is left out: a null does not survive every way that session attributes take.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from skill.conversation.state import Case, State
from skill.conversation.topics import TOPICS
from skill.decision.condition import Answers
from skill.decision.expects import Choice
from skill.decision.model import Model
from skill.errors import RecordUnreadable

VERSION = 1


def encode(state: State) -> dict[str, Any]:
    """The state as a JSON object."""
    session = {
        "asked": state.asked,
        "manner": state.manner,
        "misses": state.misses,
        "given_up": state.given_up,
        "offered": state.offered,
        "topic": state.topic,
        "page": state.page,
    }
    return _without_nulls(
        {
            "version": VERSION,
            "turns": state.turns,
            "active": state.active,
            "draft": state.draft,
            "loose": _encode_answers(state.loose),
            "cases": [_encode_case(case) for case in state.cases],
            "session": _without_nulls(session),
        }
    )


def _encode_case(case: Case) -> dict[str, Any]:
    return _without_nulls(
        {
            "model": case.model,
            "version": case.version,
            "answers": _encode_answers(case.answers),
            "reached": {node: when.isoformat() for node, when in case.reached.items()},
            "reopened": case.reopened,
        }
    )


def _encode_answers(answers: Answers) -> dict[str, str]:
    return {question: value or "" for question, value in answers.items()}


def _without_nulls(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}


def decode(record: object, models: Mapping[str, Model]) -> State:
    """The state of a record.

    Cases of decisions that no longer exist, and answers that a decision no longer takes, are left out: the walk then
    asks from the first gap. Raises ``RecordUnreadable`` for what no release has written.
    """
    try:
        return _decode(record, models)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as wrong:
        raise RecordUnreadable(f"not a record of version {VERSION}: {type(wrong).__name__}") from wrong


def _decode(record: Any, models: Mapping[str, Model]) -> State:
    if record["version"] != VERSION:
        raise ValueError("unknown version")
    kept = [index for index, case in enumerate(record["cases"]) if case["model"] in models]
    session = record.get("session") or {}
    return State(
        cases=tuple(_decode_case(record["cases"][index], models) for index in kept),
        active=_moved(record.get("active"), kept),
        offered=_moved(session.get("offered"), kept),
        loose=_answers(record["loose"]),
        draft=_digits(record["draft"]),
        misses=int(session.get("misses") or 0),
        given_up=int(session.get("given_up") or 0),
        asked=_text(session.get("asked")),
        manner=_text(session.get("manner")),
        topic=session["topic"] if session.get("topic") in TOPICS else None,
        page=int(session.get("page") or 0),
        turns=int(record["turns"]),
    )


def _decode_case(case: Mapping[str, Any], models: Mapping[str, Model]) -> Case:
    model = models[case["model"]]
    answers = _answers(case["answers"])
    reopened = _text(case.get("reopened"))
    return Case(
        model=model.id,
        version=model.version,
        answers={question: value for question, value in answers.items() if _is_taken(model, question, value)},
        reached={str(node): _time(when) for node, when in case["reached"].items()},
        reopened=reopened if reopened and model.takes(reopened) else None,
    )


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


def _time(value: str) -> datetime:
    when = datetime.fromisoformat(value)
    if when.tzinfo is None:
        raise ValueError("not a time with an offset")
    return when


def _digits(value: str) -> str:
    if value != "" and not (value.isascii() and value.isdigit()):
        raise ValueError("not digits")
    return value
