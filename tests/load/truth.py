"""What the skill in this process says to the same envelopes, and what it keeps: which answers are right.

One person's turns follow each other, so there is one right answer. Devices that speak at the same moment may be heard
in any order. A turn that was never answered may have been kept or not. Every history that explains what came back is
followed, until an answer shows which it was.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import permutations
from typing import NamedTuple

from simulator.envelope import SKILL_ID, Json
from skill.bootstrap import build_skill
from skill.conversation.ports import Stored
from skill.settings import Settings
from skill.storage.memory import MemoryStore


class Exchange(NamedTuple):
    """An envelope that was sent, and the answer to it: None when none came."""

    sent: Json
    answer: Json | None


class _Branch(MemoryStore):
    """A store from which another history can branch off."""

    def branch(self) -> "_Branch":
        branch = _Branch()
        branch._records = dict(self._records)
        return branch


class _Now:
    """The store of the history that is looked at."""

    def __init__(self) -> None:
        self.store = _Branch()

    def load(self, person: str, *, now: datetime) -> Stored | None:
        return self.store.load(person, now=now)

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        return self.store.save(person, record, based_on=based_on, now=now)

    def forget(self, person: str) -> None:
        self.store.forget(person)


class Truth:
    """The right answers for one person and all their devices. One thread uses it."""

    def __init__(self) -> None:
        self._now = _Now()
        self._skill = build_skill(Settings(skill_id=SKILL_ID), self._now)
        self._histories = [_Branch()]

    def explains(self, together: Sequence[Exchange]) -> bool:
        """Whether the skill could answer so: to these envelopes, sent at the same moment, after all before."""
        found: dict[str, _Branch] = {}
        for history in self._histories:
            for order in _orders(together):
                branch = self._followed(history.branch(), order)
                if branch:
                    found.setdefault(repr(branch._records), branch)
        self._histories = list(found.values()) or self._histories
        return bool(found)

    def records(self, person: str) -> list[str | None]:
        """What the store may keep of the person by now."""
        stored = (history.load(person, now=datetime.now(UTC)) for history in self._histories)
        return [kept.record if kept else None for kept in stored]

    def right(self, sent: Json) -> Json:
        """The right answer to an envelope, in the history that is thought of first."""
        self._now.store = self._histories[0].branch()
        return self._skill(sent, None)

    def _followed(self, branch: _Branch, order: Sequence[Exchange]) -> _Branch | None:
        self._now.store = branch
        for exchange in order:
            answer = self._skill(exchange.sent, None)
            if exchange.answer is not None and answer != exchange.answer:
                return None
        return branch


def _orders(together: Sequence[Exchange]) -> Iterator[tuple[Exchange, ...]]:
    """In which orders they may have been kept, those without an answer perhaps not at all."""
    answered = [exchange for exchange in together if exchange.answer is not None]
    unknown = [exchange for exchange in together if exchange.answer is None]
    for kept in range(2 ** len(unknown)):
        chosen = [exchange for place, exchange in enumerate(unknown) if kept >> place & 1]
        yield from permutations([*answered, *chosen])
