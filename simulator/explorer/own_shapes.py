"""What makes a state of Case Compass another one, read from its record (skill/record.py)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from simulator.explorer.shapes import alexas_part, form, is_past
from simulator.explorer.snapshot import Snapshot

_WAITS_ARE_OVER = (timedelta(hours=48), timedelta(days=7))
"""What an outcome may wait for; a time is as old as the waits that it has outlived."""
_WHOLE_NUMBER = 17
MANY = 2
"""More cases of a person beside the one that is talked about are like this many."""

_BETWEEN = {"missed": ("misses", "given_up"), "by the way": ("topic", "page"), "asked": ("manner",)}
"""What came between the questions, and where the record's session keeps it."""


class OwnShapes:
    """Shapes by what is asked, the decision, the answers known to it, and how many cases there are."""

    def shape(self, snapshot: Snapshot) -> object:
        """The talk's state and the active case's answers by question; of free words only that there are some."""
        record = snapshot.record or snapshot.attributes.get("record") or {}
        active, others = _cases(record)
        return {
            "alexa": alexas_part(snapshot),
            "talk": _talk(snapshot, record),
            "active": _case(active, snapshot.now) if active else None,
            "others": sorted(str(_standing(case, snapshot.now)) for case in others)[:MANY],
            "number": min(len(others), MANY),
        }

    def features(self, snapshot: Snapshot) -> list[list[object]]:
        """First where it stands: the question, what came between, the outcomes; then each answer, and the rest."""
        record = snapshot.record or snapshot.attributes.get("record") or {}
        active, others = _cases(record)
        talk = _talk(snapshot, record)
        session = talk.pop("session")
        stands: list[object] = [["asking", snapshot.turn.asking, active["model"] if active else None]]
        stands += [[name, [session.get(part) for part in parts]] for name, parts in _BETWEEN.items()]
        known: list[object] = [["talk", name, value] for name, value in talk.items() if value]
        known.append(["cases", active is not None, len(others)])
        if active:
            stands += _outcomes(active, snapshot)
            known += _answers(active, snapshot.now)
        return [stands, known]


def _outcomes(case: Mapping[str, Any], snapshot: Snapshot) -> list[object]:
    """Each outcome that was told with its age, and the newest one with the question that is open after it."""
    reached = _standing(case, snapshot.now)[2]
    told: list[object] = [["told", case["model"], node, age] for node, age in reached.items()]
    return [*told, ["after", next(iter(case["reached"]), None), snapshot.turn.asking, snapshot.open]]


def _answers(case: Mapping[str, Any], now: datetime) -> list[object]:
    seen = _case(case, now)
    answers = [["answer", case["model"], question, value] for question, value in seen["answers"].items()]
    kept = {name: value for name, value in seen.items() if name not in ("answers", "standing")}
    return [*answers, *(["case", name, value] for name, value in kept.items() if value not in (None, False, {}, []))]


def _cases(record: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, list[Mapping[str, Any]]]:
    """The active case, if there is one, and the others."""
    cases, active = record.get("cases", []), record.get("active")
    others = [case for index, case in enumerate(cases) if index != active]
    return (None if active is None else cases[active]), others


def _talk(snapshot: Snapshot, record: Mapping[str, Any]) -> dict[str, Any]:
    session = dict(record.get("session") or {})
    pending = session.pop("pending", None) or {}
    return {
        "asking": snapshot.turn.asking,
        "session": form(session, snapshot.now),
        "pending": [pending["question"], pending.get("then"), "at" in pending] if pending else None,
        "loose": sorted(record.get("loose", {})),
        "draft": _length(record.get("draft", "")),
        "asked_name": bool(record.get("asked_name")),
        "zone": "zone" in record,
        "known": bool(record),
    }


def _length(draft: str) -> str:
    return "whole" if len(draft) == _WHOLE_NUMBER else "begun" if draft else ""


def _case(case: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """The active case: every answer, and how long ago each outcome was told."""
    reminder = case.get("reminder")
    return {
        "standing": _standing(case, now),
        "answers": form(case["answers"], now),
        "reopened": case.get("reopened"),
        "sent": sorted(case.get("sent", {})),
        "sent_by": case.get("sent_by"),
        "postponed": {node: is_past(until, now) for node, until in case.get("postponed", {}).items()},
        "reminder": None if reminder is None else is_past(reminder["at"], now),
        "name": "name" in case,
    }


def _standing(case: Mapping[str, Any], now: datetime) -> list[Any]:
    reached = {node: _age(when, now) for node, when in sorted(case["reached"].items())}
    return [case["model"], "closed" in case, reached]


def _age(when: str, now: datetime) -> int:
    passed = now - datetime.fromisoformat(when)
    return sum(passed >= wait for wait in _WAITS_ARE_OVER)
