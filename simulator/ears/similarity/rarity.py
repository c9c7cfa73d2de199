"""How rare a term is among all that a model and the background hold."""

from collections import Counter
from collections.abc import Collection, Mapping
from math import log1p

from simulator.ears.similarity.bag import Bag


class Rarity:
    """Weighs terms: 1 for one that nobody says, and less the oftener it is said."""

    def __init__(self, bags: Collection[Bag]) -> None:
        seen: Counter[str] = Counter()
        for bag in bags:
            for counts in (bag.words, bag.pairs, bag.letters):
                seen.update(counts)
        self._seen: Mapping[str, float] = seen
        self._sentences = sum(bag.sentences for bag in bags)

    def __len__(self) -> int:
        """How many terms are known."""
        return len(self._seen)

    def __contains__(self, term: object) -> bool:
        """Whether anybody says a term."""
        return term in self._seen

    def of(self, term: str) -> float:
        """The weight of a term."""
        seen = self._seen.get(term)
        return min(1.0, log1p(self._sentences / seen) / log1p(self._sentences)) if seen else 1.0
