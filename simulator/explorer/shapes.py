"""When two moments are the same state: what differs by chance, by the clock or by somebody's words is left out."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any, Protocol

from simulator.explorer.snapshot import Snapshot

COUNTS_TO = 6
"""Higher numbers are all alike: a counter that goes up with every turn must not make every turn a state."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MADE_UP = re.compile(r"[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}|amzn1\.")
_WORD = re.compile(r"[A-Za-z_][\w.:/-]{0,60}", re.ASCII)


class Shapes(Protocol):
    """What a moment is merged by."""

    def shape(self, snapshot: Snapshot) -> object:
        """Everything that makes this state another one, as JSON."""
        ...

    def features(self, snapshot: Snapshot) -> list[list[object]]:
        """What can be new about it, as JSON: lists of at least one thing, the most telling list first.

        States with a new feature are explored before others.
        """
        ...


class AnyShapes:
    """Shapes of any skill: session attributes and what is stored, with the form of each value for its words."""

    def shape(self, snapshot: Snapshot) -> object:
        """Whether a session is open, the dialog under way, the attributes and the record."""
        return {
            "alexa": alexas_part(snapshot),
            "attributes": form(snapshot.attributes, snapshot.now),
            "record": form(snapshot.record, snapshot.now),
        }

    def features(self, snapshot: Snapshot) -> list[list[object]]:
        """The shape itself: without knowing the skill nothing can be called alike."""
        return [[self.shape(snapshot)]]


def alexas_part(snapshot: Snapshot) -> object:
    """What Alexa keeps: whether she listens, what she asks herself, which slot was asked for, which are filled."""
    session, dialog = snapshot.session, snapshot.dialog
    filled = sorted(name for name, slot in dialog.slots.items() if slot.get("value")) if dialog else []
    return {
        "open": session is not None,
        "consent": list(session.consent.scopes) if session and session.consent else None,
        "dialog": [dialog.intent, dialog.step.slot if dialog.step else None, filled] if dialog else None,
        "allowed": sorted(snapshot.permissions.accepted()),
    }


def form(value: Any, now: datetime) -> Any:
    """A JSON value with the form of each value in it: which ids there are stays, when and which words does not."""
    if isinstance(value, Mapping):
        return {str(name): form(value[name], now) for name in sorted(value)}
    if isinstance(value, list):
        kept = [form(item, now) for item in value[:COUNTS_TO]]
        return kept + ["..."] * (len(value) > COUNTS_TO)
    if isinstance(value, str):
        return _form_of_text(value, now)
    if isinstance(value, bool) or value is None:
        return value
    return value if isinstance(value, int) and 0 <= value <= COUNTS_TO else "number"


def key_of(shape: object) -> str:
    """A short text that is the same for the same shape."""
    written = json.dumps(shape, sort_keys=True, ensure_ascii=True).encode()
    return blake2b(written, digest_size=12).hexdigest()


def _form_of_text(text: str, now: datetime) -> str:
    if _TIME.match(text):
        return "past" if is_past(text, now) else "future"
    if _DAY.fullmatch(text):
        return "day"
    if _MADE_UP.match(text):
        return "id"
    return text if _WORD.fullmatch(text) else "words" if text.strip() else ""


def is_past(text: str, now: datetime) -> bool:
    """Whether a time in ISO 8601 is over; what is no time is not."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return False
    return (when if when.tzinfo else when.replace(tzinfo=now.tzinfo)) <= now
