"""How long each turn of the scripts takes: the skill's part, the part of the ears, and everything.

The skill answers in this process and keeps its cases in memory: neither a cold start nor a network is in it.
"""

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Final, NamedTuple

from simulator.recording.script import Script
from tools.reports.stopwatch import Stopwatch, timed_skill
from tools.reports.talks import own_skill, scripts, talked

FIRST_OF_ALL: Final = "the first of all in its locale"
FIRST: Final = "the first of a talk"
LATER: Final = "a later one"
NOTHING: Final = "(nothing)"
"""What stands for the open question when none was open, and for the intent when nothing was sent."""


class Timed(NamedTuple):
    """A turn: what was said in which talk, what it was taken for, and the milliseconds of each part.

    ``question`` is the one that was open when it was said. ``place`` is FIRST_OF_ALL, FIRST or LATER. ``everything``
    is what the turn takes in all, the making of the request and the judge included.
    """

    locale: str
    talk: str
    utterance: str
    intent: str
    question: str
    place: str
    skill: float
    ears: float
    everything: float

    @property
    def language(self) -> str:
        """The language of the locale."""
        return self.locale.partition("-")[0]


def timed(talks: Iterable[Script]) -> list[Timed]:
    """Every turn of the talks, in their order."""
    watch = _Watch()
    turns: list[Timed] = []
    known: set[str] = set()
    for talk in talks:
        turns += watch.turns(talk, FIRST if talk.locale in known else FIRST_OF_ALL)
        known.add(talk.locale)
    return turns


def timed_scripts(languages: Iterable[str]) -> list[Timed]:
    """Every turn of every script of the languages."""
    return timed(script for language in languages for script in scripts(language))


class _Watch:
    def __init__(self) -> None:
        self._skill, self._ears, self._everything = Stopwatch(), Stopwatch(), Stopwatch()
        self._timed = timed_skill(own_skill(), self._skill, self._ears)

    def turns(self, script: Script, place: str) -> Iterator[Timed]:
        """Each turn of a talk as it comes; ``place`` is the first one's."""
        results = talked(script, self._timed)
        question = NOTHING
        for line in script.talk:
            with self._everything:
                result = next(results)
            parts = (watch.taken() for watch in (self._skill, self._ears, self._everything))
            intent = result.heard.intent or NOTHING
            yield Timed(script.locale, script.name, line.you, intent, question, place, *parts)
            question, place = result.asking or NOTHING, LATER


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest of the values which at least this share of them does not exceed; 0 when there are none."""
    ranked = sorted(values)
    return ranked[max(ceil(share * len(ranked)), 1) - 1] if ranked else 0.0
