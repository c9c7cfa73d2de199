"""What the talks come to, of all that there is: in how many talks each thing was reached, and what in none."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from simulator.case_compass.words_said import Reached, WordsSaid
from simulator.device.turn_result import TurnResult
from simulator.recording.same_skill import same_skill
from simulator.recording.script import Script
from skill.conversation.state import State
from skill.conversation.talk import TALK_QUESTIONS
from skill.decision.models import MODELS
from skill.errors import RecordUnreadable
from skill.record import decode
from tools.reports.drawn import (
    OF_THE_TALK,
    Drawn,
    Kind,
    channel_name,
    choice_name,
    drawn,
    outcome_name,
    question_name,
)
from tools.reports.talks import facts, own_skill, scripts, talked


class Thing(NamedTuple):
    """Something that a talk can reach, by its name (drawn.py)."""

    kind: Kind
    name: str


@dataclass(frozen=True)
class Coverage:
    """One language: ``drawn`` is all that there is, ``talks`` counts the talks that reached a thing of it.

    ``places`` counts the responses that had a message in the speech, the reprompt, a card or a reminder.
    """

    language: str
    drawn: Drawn
    talks: Counter[Thing]
    places: Counter[Reached]

    def never(self, kind: Kind) -> list[str]:
        """What no talk reached, in the order of the drawing."""
        return [name for name in self.drawn[kind] if not self.talks[Thing(kind, name)]]

    def reached(self, kind: Kind) -> int:
        """How many things of a kind some talk reached."""
        return len(self.drawn[kind]) - len(self.never(kind))


def coverage(language: str) -> Coverage:
    """Talk all talks of a language through, in this process; raises ScriptWrong and SourceError."""
    return of_talks(language, (*scripts(language), *facts(language)))


def of_talks(language: str, talks: Iterable[Script]) -> Coverage:
    """What these talks reach of all that there is in a language."""
    words = WordsSaid(own_skill().endpoint)
    skill = same_skill(own_skill(), words, None)
    everything = drawn(language)
    there = {Thing(kind, name) for kind, names in everything.items() for name in names}
    counted: Counter[Thing] = Counter()
    for talk in talks:
        before = words.counts.copy()
        turns = talked(talk, skill)
        reached = {thing for turn in turns for thing in _of_turn(turn)}
        reached |= {Thing("messages", message) for message, _ in words.counts - before}
        counted.update(reached & there)
    return Coverage(language, everything, counted, words.counts)


def _of_turn(turn: TurnResult) -> Iterator[Thing]:
    if turn.heard.intent:
        yield Thing("intents", turn.heard.intent)
    state = _state(turn)
    decision = state.case.model if state and state.case else OF_THE_TALK
    if turn.asking:
        of = OF_THE_TALK if turn.asking in TALK_QUESTIONS else decision
        yield Thing("questions", question_name(of, turn.asking))
    if turn.outcome and turn.channel:
        yield Thing("channels", channel_name(decision, turn.outcome, turn.channel))
    for case in state.cases if state else ():
        yield from (Thing("outcomes", outcome_name(case.model, outcome)) for outcome in case.reached)
        yield from (Thing("choices", choice_name(*answer)) for answer in case.answers.items())


def _state(turn: TurnResult) -> State | None:
    try:
        return decode((turn.response or {}).get("sessionAttributes", {}).get("record"), MODELS)
    except RecordUnreadable:
        return None
