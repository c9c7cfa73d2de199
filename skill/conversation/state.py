"""What is remembered of a person: answers by question, decision and version. Never a position."""

from collections.abc import Mapping
from datetime import datetime

from skill.value import NOTHING, Value, replace

MOST_CASES = 10
"""More cases than this are not kept; the oldest finished one goes first."""


class Reminder(Value):
    """A reminder that Alexa keeps for a case: its token there, and when it rings (aware)."""

    token: str
    at: datetime


class Case(Value):
    """One problem of one person.

    ``number`` tells the cases of a person apart. ``answers`` stand in the order in which they were given. ``reached``
    says when each outcome was first told (aware UTC). ``reopened`` is a question that the person wants to answer
    again. ``name`` is what the person calls the case. ``sent`` is the day (ISO) on which an outcome's message was
    sent, where the person told (empty where they named no day); ``sent_by`` the channel, where it was another one
    than advised. ``postponed`` says until when the person would rather wait. ``closed`` is when they closed it.
    """

    model: str
    version: int
    answers: Mapping[str, str | None] = NOTHING
    reached: Mapping[str, datetime] = NOTHING
    reopened: str | None = None
    number: int = 1
    name: str | None = None
    sent: Mapping[str, str] = NOTHING
    sent_by: Mapping[str, str] = NOTHING
    postponed: Mapping[str, datetime] = NOTHING
    reminder: Reminder | None = None
    closed: datetime | None = None

    def with_answer(self, question: str, value: str | None) -> "Case":
        """The case with this answer, as the newest."""
        answers = {known: old for known, old in self.answers.items() if known != question}
        reopened = None if self.reopened == question else self.reopened
        return replace(self, answers={**answers, question: value}, reopened=reopened)

    def without_answer(self, question: str) -> "Case":
        """The case as if the question had never been answered."""
        return replace(self, answers={known: old for known, old in self.answers.items() if known != question})


class Pending(Value):
    """A question of the talk itself that is open.

    ``case`` is the index of the case that it is about, ``at`` the time that it names, and ``then`` the intention that
    waits for its answer.
    """

    question: str
    case: int | None = None
    at: datetime | None = None
    then: str | None = None


class State(Value):
    """Everything that is remembered between two turns.

    ``active`` is the index of the case that is talked about; ``pending`` is a question of the talk itself, which is
    answered before the case goes on. ``loose`` are facts told before the problem was named. ``draft`` are the digits
    of an order number that is being read out. ``misses`` counts turns in a row that were not understood, ``given_up``
    questions in a row that were left open because of that. ``asked`` and ``manner`` are how we asked last, so as not
    to repeat ourselves; ``topic`` and ``page`` are what was told last to a question by the way; ``turns`` varies the
    wording. ``zone`` is the device's time zone as it was last known, ``last_word`` when the person last said
    something, and ``asked_name`` whether we have asked for the name, which happens once. ``unread`` says that the
    talk began while the store did not answer: there may be cases that it knows nothing of.
    """

    cases: tuple[Case, ...] = ()
    active: int | None = None
    pending: Pending | None = None
    loose: Mapping[str, str | None] = NOTHING
    draft: str = ""
    misses: int = 0
    given_up: int = 0
    asked: str | None = None
    manner: str | None = None
    topic: str | None = None
    page: int = 0
    turns: int = 0
    zone: str | None = None
    last_word: datetime | None = None
    asked_name: bool = False
    unread: bool = False

    @property
    def case(self) -> Case | None:
        """The case that is talked about."""
        return None if self.active is None else self.cases[self.active]

    def with_case(self, case: Case) -> "State":
        """The state with the active case replaced."""
        if self.active is None:
            raise ValueError("no case is active")
        cases = list(self.cases)
        cases[self.active] = case
        return replace(self, cases=tuple(cases))

    def opening(self, case: Case) -> "State":
        """The state with one more case, the active one. When there are many, the oldest finished one gives way."""
        cases = list(self.cases)
        if len(cases) >= MOST_CASES:
            del cases[_gives_way(self.cases)]
        number = max((old.number for old in cases), default=0) + 1
        cases.append(replace(case, number=number))
        return replace(self, cases=tuple(cases), active=len(cases) - 1, pending=None)

    def after(self, kept: "State") -> "State":
        """The state of an ``unread`` talk with the cases that were kept before it; its own are the newest."""
        while kept.cases and len(kept.cases) + len(self.cases) > MOST_CASES:
            kept = kept.without_case(_gives_way(kept.cases))
        before = len(kept.cases)
        highest = max((old.number for old in kept.cases), default=0)
        cases = tuple(replace(case, number=highest + number) for number, case in enumerate(self.cases, start=1))
        pending = self.pending
        if pending is not None and pending.case is not None:
            pending = replace(pending, case=before + pending.case)
        return replace(
            self,
            cases=kept.cases + cases,
            active=None if self.active is None else before + self.active,
            pending=pending,
            turns=kept.turns + self.turns,
            zone=self.zone or kept.zone,
            asked_name=self.asked_name or kept.asked_name,
            unread=False,
        )

    def without_case(self, index: int) -> "State":
        """The state as if the case had never been; a pending question about it is gone with it."""
        cases = self.cases[:index] + self.cases[index + 1 :]
        pending = self.pending
        if pending is not None and pending.case is not None:
            moved = _moved(pending.case, index)
            pending = None if moved is None else replace(pending, case=moved)
        return replace(self, cases=cases, active=_moved(self.active, index), pending=pending)


def _gives_way(cases: tuple[Case, ...]) -> int:
    """The case that makes room for another: the oldest that is closed, or else told, or else of all."""
    closed = [index for index, old in enumerate(cases) if old.closed]
    told = [index for index, old in enumerate(cases) if old.reached]
    return (closed or told or [0])[0]


def _moved(index: int | None, gone: int) -> int | None:
    """Where the case of this index stands when another one is gone; None for that one itself."""
    if index is None or index == gone:
        return None
    return index - (index > gone)
