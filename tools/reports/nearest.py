"""The samples that are most like something that was said, to show what an interaction model lacks.

The measure is a plain one, so that it favours no matcher: the words that both have, by how rare they are among the
samples, of all the words of both. What fills a slot is not looked at.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest
from math import log
from typing import NamedTuple

from simulator.models.interaction_model import InteractionModel

_SLOT = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[\w']+")


class Sample(NamedTuple):
    """A sample of an intent; one of a slot is only heard while that slot is elicited."""

    text: str
    intent: str
    slot: str | None = None


class Near(NamedTuple):
    """A sample, and how much it is like what was said: from 0, no word in common, to 1, the same words."""

    sample: Sample
    likeness: float


class Nearest:
    """Finds the samples of interaction models that are most like an utterance."""

    def __init__(self, models: Iterable[InteractionModel]) -> None:
        samples = dict.fromkeys(sample for model in models for sample in _samples(model))
        self._with_word: dict[str, list[Sample]] = defaultdict(list)
        for sample in samples:
            for word in _words(sample.text):
                self._with_word[word].append(sample)
        self._of_no_sample = log(1 + len(samples))
        self._rarity = {word: log(1 + len(samples) / len(own)) for word, own in self._with_word.items()}
        self._weights = {sample: self._weight(_words(sample.text)) for sample in samples}

    def to(self, utterance: str, eliciting: tuple[str, str] | None, *, most: int) -> list[Near]:
        """The nearest ones first; ``eliciting`` is the intent and slot that an answer is expected for."""
        said = _words(utterance)
        in_common: dict[Sample, float] = defaultdict(float)
        for word in said & self._with_word.keys():
            for sample in self._with_word[word]:
                if sample.slot is None or (sample.intent, sample.slot) == eliciting:
                    in_common[sample] += self._rarity[word]
        weight = self._weight(said)
        near = (Near(sample, 2 * both / (weight + self._weights[sample])) for sample, both in in_common.items())
        return nlargest(most, near, key=lambda each: (each.likeness, each.sample.text))

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._rarity.get(word, self._of_no_sample) for word in words)


def _samples(model: InteractionModel) -> Iterator[Sample]:
    for intent in model.language_model.intents:
        yield from (Sample(text, intent.name) for text in intent.samples)
        yield from (Sample(text, intent.name, slot.name) for slot in intent.slots for text in slot.samples)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_SLOT.sub(" ", text).lower()))
