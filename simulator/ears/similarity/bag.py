"""How often each term stands in what people say for one intent, or for one slot."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from simulator.ears.sample import Sample, SlotPlace
from simulator.ears.similarity.terms import VALUE, letters, pairs

LETTERS_COUNT: Final = 0.3
"""What a run of letters counts, where a word counts 1."""


@dataclass(frozen=True)
class Bag:
    """Counts of words and of pairs of words in a number of sentences."""

    words: Mapping[str, float]
    pairs: Mapping[str, float]
    sentences: float

    @cached_property
    def letters(self) -> Mapping[str, float]:
        """Counts of the runs of letters."""
        found: dict[str, float] = {}
        for word, count in self.words.items():
            for run in letters(word):
                found[run] = found.get(run, 0.0) + count * LETTERS_COUNT
        return found

    @cached_property
    def total(self) -> float:
        """The sum of all counts."""
        return sum(self.words.values()) + sum(self.pairs.values()) + sum(self.letters.values())


def bag_of_sentences(sentences: Iterable[Sequence[str | None]]) -> Bag:
    """The bag of sentences as keys of words; None stands for a slot."""
    words: Counter[str] = Counter()
    following: Counter[str] = Counter()
    number = 0
    for keys in sentences:
        number += 1
        words.update(key for key in keys if key is not None)
        following.update(pairs(keys))
    return Bag(words, following, number)


def bag_of_samples(samples: Iterable[Sample], values: Mapping[str, Bag], built_in: Collection[str]) -> Bag:
    """The bag of samples in which every slot of a custom type stands for all the listed values at once.

    ``values``: the bag of the values of each custom type by its name. ``built_in``: the types that VALUE stands for.
    """
    places: Counter[str] = Counter()
    sentences: list[list[str | None]] = []
    for sample in samples:
        sentences.append([_key(piece, built_in) for piece in sample.pieces])
        places.update(piece.type for piece in sample.pieces if isinstance(piece, SlotPlace))
    bag = bag_of_sentences(sentences)
    words, following = dict(bag.words), dict(bag.pairs)
    for name, times in places.items():
        if name in values and values[name].sentences:
            _add(words, values[name].words, times / values[name].sentences)
            _add(following, values[name].pairs, times / values[name].sentences)
    return Bag(words, following, bag.sentences)


def _key(piece: str | SlotPlace, built_in: Collection[str]) -> str | None:
    if isinstance(piece, str):
        return piece
    return VALUE if piece.type in built_in else None


def _add(counts: dict[str, float], more: Mapping[str, float], share: float) -> None:
    for term, count in more.items():
        counts[term] = counts.get(term, 0.0) + count * share
