"""How like an utterance is to what people say for each label.

This is naive Bayes with all labels equally likely beforehand: each term of the utterance speaks for a label by the
logarithm of how much oftener it stands in the label's sentences than in the background, weighed by how rare it is.
The strength of the evidence is the mean over the utterance, times its words, times the shares of its words and of its
letters that the label knows at all: a sentence about something else holds words that no sample has.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import log, log1p
from typing import Final, NamedTuple

from simulator.ears.similarity.bag import LETTERS_COUNT, Bag
from simulator.ears.similarity.rarity import Rarity
from simulator.ears.similarity.terms import is_telling, letters, pairs

_SMOOTHING: Final = 0.1
"""What is added to each count, so that a term that is not there does not rule a label out."""
_WORDS_THAT_COUNT: Final = 8
"""Evidence grows with the length of an utterance up to so many words."""
_PARTICULAR: Final = 4
"""A term is particular to a label if no more than one label of so many has it."""


class Label(NamedTuple):
    """What a sentence can mean: an intent, or an answer to the question for one of its slots."""

    intent: str
    slot: str | None = None


class Terms(NamedTuple):
    """The terms of one utterance."""

    words: Sequence[str]
    pairs: Sequence[str]
    letters: Sequence[str]


class _Tally(NamedTuple):
    """What the terms of one kind add to each column: the evidence, and the weight of those that it knows."""

    evidence: list[float]
    known: list[float]
    weight: float

    def share(self, column: int) -> float:
        """The share of the weight that a column knows."""
        return self.known[column] / self.weight if self.weight else 0.0


_FACTORS: Final = {"words": 1.0, "pairs": 1.0, "letters": LETTERS_COUNT}


class _Hits(NamedTuple):
    """What a term does: its weight, and what it adds to each column that holds it."""

    weight: float
    columns: tuple[tuple[int, float], ...]


class Likeness:
    """Weighs utterances against the bags of some labels and of the background, which is the last column."""

    def __init__(self, bags: Mapping[Label, Bag], background: Bag, rarity: Rarity) -> None:
        """An empty background is taken for a large one that has none of the terms."""
        self._labels = tuple(bags)
        columns = (*bags.values(), background)
        self._counts = {kind: [getattr(bag, kind) for bag in columns] for kind in _FACTORS}
        self._rarity = rarity
        totals = [bag.total for bag in columns]
        totals[-1] = totals[-1] or sum(totals)
        self._unseen = [log(total / _SMOOTHING + len(rarity)) for total in totals]
        self._few = max(1, len(bags) // _PARTICULAR)
        self._hits: Callable[[str, str], _Hits] = lru_cache(maxsize=8192)(self._find_hits)

    def terms(self, keys: Sequence[str], besides: Iterable[str] = ()) -> Terms:
        """The terms of an utterance, given as the keys of its words.

        ``besides``: words within values, which count only if somebody says them.
        """
        words = [*keys, *(key for key in besides if key in self._rarity)]
        return Terms(words, pairs(keys), [run for key in words for run in letters(key)])

    def strengths(self, terms: Terms, ahead: Mapping[str, float]) -> dict[Label, float]:
        """What speaks for each label rather than for the background; above 0 when anything does.

        ``ahead``: what labels of an intent are ahead by before anything is said.
        """
        tallies = [self._tally(kind, getattr(terms, kind)) for kind in _FACTORS]
        weight = sum(tally.weight for tally in tallies)
        if not weight:
            return {}
        summed = map(sum, zip(*(tally.evidence for tally in tallies), strict=True))
        *means, background = (found / weight - unseen for found, unseen in zip(summed, self._unseen, strict=True))
        counted = min(len(terms.words), _WORDS_THAT_COUNT)
        strengths: dict[Label, float] = {}
        for column, (label, mean) in enumerate(zip(self._labels, means, strict=True)):
            lead = mean - background + ahead.get(label.intent, 0.0)
            strengths[label] = lead * counted * tallies[0].share(column) * tallies[2].share(column)
        return strengths

    def is_particular(self, label: Label, terms: Terms) -> bool:
        """Whether a label has a word or pair of the utterance that few labels have."""
        own = self._labels.index(label)
        for kind in ("words", "pairs"):
            for term in filter(is_telling, getattr(terms, kind)):
                columns = [column for column, _ in self._hits(kind, term).columns if column < len(self._labels)]
                if own in columns and len(columns) <= self._few:
                    return True
        return False

    def _tally(self, kind: str, terms: Sequence[str]) -> _Tally:
        evidence, known = [0.0] * len(self._unseen), [0.0] * len(self._unseen)
        total = 0.0
        for term in terms:
            weight, columns = self._hits(kind, term)
            total += weight
            for column, likelihood in columns:
                evidence[column] += likelihood
                known[column] += weight
        return _Tally(evidence, known, total)

    def _find_hits(self, kind: str, term: str) -> _Hits:
        weight = self._rarity.of(term) * _FACTORS[kind]
        if term not in self._rarity:
            return _Hits(weight, ())
        found = ((column, counts.get(term)) for column, counts in enumerate(self._counts[kind]))
        return _Hits(weight, tuple((column, weight * log1p(count / _SMOOTHING)) for column, count in found if count))
