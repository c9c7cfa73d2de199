"""Carriers: the words of samples that stand next to a slot."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from simulator.ears.listening import Listening
from simulator.ears.sample import Sample, SlotPlace
from simulator.ears.sample_tree import Fill
from simulator.ears.slot_types.catalogue import SEARCH_QUERY

_CARRIED_BY: Final = 2
"""So many words next to free text say that it is that."""
_Slot = tuple[str, str]


class Carriers:
    """The words before and after each slot, by intent and slot."""

    def __init__(self, samples: Iterable[Sample]) -> None:
        self._before: dict[_Slot, set[str]] = {}
        self._after: dict[_Slot, set[str]] = {}
        self._leading: dict[_Slot, set[tuple[str, ...]]] = {}
        for sample in samples:
            for place, piece in enumerate(sample.pieces):
                if isinstance(piece, SlotPlace):
                    self._add((sample.intent, piece.name), sample, place)

    def beside(self, intent: str, fill: Fill, listening: Listening) -> bool:
        """Whether a value stands next to a word that a sample has there, or is all that was said."""
        slot, words = (intent, fill.slot.name), listening.words
        before = fill.start > 0 and words[fill.start - 1].key in self._before.get(slot, ())
        after = fill.end < len(words) and words[fill.end].key in self._after.get(slot, ())
        return before or after or fill.words == len(words)

    def free_text(self, intent: str, slots: Mapping[str, str], listening: Listening) -> Iterator[Fill]:
        """All the words behind the first carrier of free text, if there is one."""
        keys = tuple(word.key for word in listening.words)
        for name, type_ in slots.items():
            leading = self._leading.get((intent, name), ()) if type_ == SEARCH_QUERY else ()
            ends = {end for end in range(_CARRIED_BY, len(keys) + 1) if keys[end - _CARRIED_BY : end] in leading}
            start = min((end for end in ends if end + 1 not in ends), default=len(keys))
            if start < len(keys):
                yield Fill(SlotPlace(name, type_), start, len(keys), None)
                return

    def _add(self, slot: _Slot, sample: Sample, place: int) -> None:
        before = sample.pieces[place - 1] if place else None
        after = sample.pieces[place + 1] if place + 1 < len(sample.pieces) else None
        if isinstance(before, str):
            self._before.setdefault(slot, set()).add(before)
        if isinstance(after, str):
            self._after.setdefault(slot, set()).add(after)
        leading = tuple(
            piece for piece in sample.pieces[max(0, place - _CARRIED_BY) : place] if isinstance(piece, str)
        )
        if len(leading) == _CARRIED_BY and after is None:
            self._leading.setdefault(slot, set()).add(leading)
