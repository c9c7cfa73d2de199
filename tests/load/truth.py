"""What the skill in this process says to the same envelopes, and what it keeps: which answers are right.

One person's turns follow each other, so there is one right answer. Devices that speak at the same moment may be heard
in any order, and one of them while an errand of the other's runs. A turn that was never answered may have been kept
or not. Every history that explains what came back is followed, until an answer shows which it was.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import permutations
from typing import NamedTuple

from simulator.envelope import SKILL_ID, Json
from skill.bootstrap import build_skill
from skill.conversation.ports import Stored
from skill.errors import StoreUnavailable
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
    """The store of the history that is looked at, where something may happen before a turn's second writing."""

    def __init__(self) -> None:
        self.is_down = False
        self.store = _Branch()
        self.meanwhile: Callable[[], None] | None = None
        self._written = 0

    def turn_to(self, store: _Branch, meanwhile: Callable[[], None] | None = None) -> None:
        """Look at this history, in which that happens meanwhile."""
        self.store, self.meanwhile, self._written = store, meanwhile, 0

    def load(self, person: str, *, now: datetime) -> Stored | None:
        if self.is_down:
            raise StoreUnavailable("it is down")
        return self.store.load(person, now=now)

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        self._let_it_happen()
        return self.store.save(person, record, based_on=based_on, now=now)

    def forget(self, person: str) -> None:
        self._let_it_happen()
        self.store.forget(person)

    def _let_it_happen(self) -> None:
        self._written += 1
        if self._written == 2 and (happens := self.meanwhile):
            self.meanwhile = None
            happens()


class Truth:
    """The right answers for one person and all their devices. One thread uses it."""

    def __init__(self) -> None:
        self._now = _Now()
        self._skill = build_skill(Settings(skill_id=SKILL_ID), self._now)
        self._histories = [_Branch()]

    def store_goes(self, *, down: bool) -> None:
        """From now on the service's store does not answer, or does again."""
        self._now.is_down = down

    def explains(self, together: Sequence[Exchange]) -> bool:
        """Whether the skill could answer so: to these envelopes, sent at the same moment, after all before."""
        found: dict[str, _Branch] = {}
        for history in self._histories:
            for order in _orders(together):
                for way in (self._one_by_one, self._one_within_another):
                    branch = history.branch()
                    if way(branch, order):
                        found.setdefault(repr(branch._records), branch)
        self._histories = list(found.values()) or self._histories
        return bool(found)

    def records(self, person: str) -> list[str | None]:
        """What the store may keep of the person by now."""
        stored = (history.load(person, now=datetime.now(UTC)) for history in self._histories)
        return [kept.record if kept else None for kept in stored]

    def right(self, sent: Json) -> Json:
        """The right answer to an envelope, in the history that is thought of first."""
        self._now.turn_to(self._histories[0].branch())
        return self._skill(sent, None)

    def _one_by_one(self, branch: _Branch, order: Sequence[Exchange]) -> bool:
        self._now.turn_to(branch)
        return all(self._is_right(exchange) for exchange in order)

    def _one_within_another(self, branch: _Branch, order: Sequence[Exchange]) -> bool:
        """Two devices: the second is heard between what the first keeps before its errand and after it."""
        if len(order) != 2:
            return False
        outer, inner = order
        heard: list[bool] = []
        self._now.turn_to(branch, lambda: heard.append(self._is_right(inner)))
        return self._is_right(outer) and heard == [True]

    def _is_right(self, exchange: Exchange) -> bool:
        answer = self._skill(exchange.sent, None)
        return exchange.answer is None or answer == exchange.answer


def _orders(together: Sequence[Exchange]) -> Iterator[tuple[Exchange, ...]]:
    """In which orders they may have been kept, those without an answer perhaps not at all."""
    answered = [exchange for exchange in together if exchange.answer is not None]
    unknown = [exchange for exchange in together if exchange.answer is None]
    for kept in range(2 ** len(unknown)):
        chosen = [exchange for place, exchange in enumerate(unknown) if kept >> place & 1]
        yield from permutations([*answered, *chosen])
