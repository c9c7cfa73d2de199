"""Whether every question for a slot takes at least one sensible answer, and leads on with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.explorer.finding import Fault, Turn
from simulator.explorer.snapshot import Snapshot


@dataclass
class _Asked:
    snapshot: Snapshot
    leads_on: bool = False


class Answers:
    """What became of the sensible answers to each question for a slot."""

    def __init__(self) -> None:
        self._asked: dict[str, _Asked] = {}

    def add(self, turn: Turn) -> None:
        """Count a turn in which the intent that was asked for came with a sensible value."""
        asked_for, question = turn.before.asked_for, turn.before.question
        if asked_for is None or question is None or not turn.move.leads_on:
            return
        if turn.move.name == asked_for.intent and turn.move.slots:
            asked = self._asked.setdefault(question, _Asked(turn.before))
            asked.leads_on = asked.leads_on or turn.ends_well or turn.after.question not in (question, None)

    def faults(self) -> Iterator[tuple[Fault, Snapshot]]:
        """The questions that no sensible answer leads on from."""
        for question, asked in self._asked.items():
            if not asked.leads_on:
                says = "no sensible value of what it asks for leads on from this question"
                yield Fault("question-without-answer", question, says), asked.snapshot
