"""What is remembered of a person: answers by question, decision and version. Never a position."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

MOST_CASES = 10
"""More cases than this are not kept; the oldest finished one goes first."""


@dataclass(frozen=True)
class Case:
    """One problem of one person.

    ``answers`` stand in the order in which they were given. ``reached`` says when each outcome was first told
    (aware UTC). ``reopened`` is a question that the person wants to answer again.
    """

    model: str
    version: int
    answers: Mapping[str, str | None] = field(default_factory=dict)
    reached: Mapping[str, datetime] = field(default_factory=dict)
    reopened: str | None = None

    def with_answer(self, question: str, value: str | None) -> "Case":
        """The case with this answer, as the newest."""
        answers = {known: old for known, old in self.answers.items() if known != question}
        reopened = None if self.reopened == question else self.reopened
        return replace(self, answers={**answers, question: value}, reopened=reopened)

    def without_answer(self, question: str) -> "Case":
        """The case as if the question had never been answered."""
        return replace(self, answers={known: old for known, old in self.answers.items() if known != question})


@dataclass(frozen=True)
class State:
    """Everything that is remembered between two turns.

    ``active`` is the index of the case that is talked about, ``offered`` of one that we asked about resuming.
    ``loose`` are facts told before the problem was named. ``draft`` are the digits of an order number that is being
    read out. ``misses`` counts turns in a row that were not understood, ``given_up`` questions in a row that were
    left open because of that. ``asked`` and ``manner`` are how we asked last, so as not to repeat ourselves;
    ``topic`` and ``page`` are what was told last to a question by the way; ``turns`` varies the wording.
    """

    cases: tuple[Case, ...] = ()
    active: int | None = None
    offered: int | None = None
    loose: Mapping[str, str | None] = field(default_factory=dict)
    draft: str = ""
    misses: int = 0
    given_up: int = 0
    asked: str | None = None
    manner: str | None = None
    topic: str | None = None
    page: int = 0
    turns: int = 0

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
        """The state with one more case, the active one. When there are many, the oldest told one gives way."""
        cases = list(self.cases)
        if len(cases) >= MOST_CASES:
            told = [index for index, old in enumerate(cases) if old.reached]
            del cases[told[0] if told else 0]
        cases.append(case)
        return replace(self, cases=tuple(cases), active=len(cases) - 1, offered=None)
