"""All samples in one tree, so that an utterance is compared with thousands of them at once.

Samples that begin alike share their nodes. Each node knows how many words may still follow, so a path that cannot
end where the utterance ends is left at its first word: work is bounded by the samples, not by the utterance.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from simulator.ears.sample import Sample, SlotPlace
from simulator.ears.slot_types.slot_type import Reading, SlotType
from simulator.ears.words import Word


class Fill(NamedTuple):
    """Words taken for a slot: [start, end). ``reading`` is None when the slot type does not know them."""

    slot: SlotPlace
    start: int
    end: int
    reading: Reading | None

    @property
    def words(self) -> int:
        """How many words it takes."""
        return self.end - self.start


class Match(NamedTuple):
    """A sample that takes every word of the utterance."""

    sample: Sample
    fills: tuple[Fill, ...]

    @property
    def unknown(self) -> tuple[Fill, ...]:
        """The slots that take words without knowing them."""
        return tuple(fill for fill in self.fills if fill.reading is None)


@dataclass
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    slots: dict[SlotPlace, "_Node"] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)
    shortest: int = sys.maxsize
    longest: int = 0


class _State(NamedTuple):
    node: _Node
    place: int
    fills: tuple[Fill, ...]


class SampleTree:
    """Samples that are looked for together."""

    def __init__(self, samples: Iterable[Sample], types: Mapping[str, SlotType]) -> None:
        self._types = types
        self._root = _Node()
        for sample in samples:
            self._add(sample)

    def matches(self, words: Sequence[Word], today: date) -> Iterator[Match]:
        """Every way in which a sample takes all the words, in a fixed order."""
        readings = _Readings(self._types, words, today)
        waiting = [_State(self._root, 0, ())]
        while waiting:
            state = waiting.pop()
            left = len(words) - state.place
            if not state.node.shortest <= left <= state.node.longest:
                continue
            if not left:
                yield from (Match(sample, state.fills) for sample in state.node.samples)
                continue
            if following := state.node.words.get(words[state.place].key):
                waiting.append(_State(following, state.place + 1, state.fills))
            for slot, following in state.node.slots.items():
                waiting.extend(
                    _State(following, fill.end, (*state.fills, fill))
                    for fill in self._fills(slot, following, state, readings)
                )

    def _fills(self, slot: SlotPlace, after: _Node, state: _State, readings: "_Readings") -> Iterator[Fill]:
        known = readings.of(slot.type, state.place)
        for end, reading in known.items():
            yield Fill(slot, state.place, end, reading)
        last = state.fills[-1] if state.fills else None
        if last and last.reading is None and last.end == state.place:
            return  # nobody could tell where the one unknown value ends and the next begins
        end_of_words = len(readings.words)
        nearest = max(state.place + 1, end_of_words - after.longest)
        farthest = min(state.place + self._types[slot.type].unknown, end_of_words - after.shortest)
        for end in range(nearest, farthest + 1):
            if end not in known:
                yield Fill(slot, state.place, end, None)

    def _add(self, sample: Sample) -> None:
        left = [self._span(piece) for piece in sample.pieces]
        node = self._root
        for place, piece in enumerate((*sample.pieces, None)):
            node.shortest = min(node.shortest, len(left) - place)
            node.longest = max(node.longest, min(sum(left[place:]), sys.maxsize))
            if isinstance(piece, SlotPlace):
                node = node.slots.setdefault(piece, _Node())
            elif piece is not None:
                node = node.words.setdefault(piece, _Node())
        node.samples.append(sample)

    def _span(self, piece: str | SlotPlace) -> int:
        """The most words that a piece can take; at least one it always takes."""
        if isinstance(piece, str):
            return 1
        slot_type = self._types[piece.type]
        return max(slot_type.longest, slot_type.unknown)


class _Readings:
    """What slot types read, remembered while one utterance is compared; of two for the same words, the first."""

    def __init__(self, types: Mapping[str, SlotType], words: Sequence[Word], today: date) -> None:
        self.words = words
        self._types = types
        self._today = today
        self._read: dict[tuple[str, int], dict[int, Reading]] = {}

    def of(self, type_name: str, start: int) -> dict[int, Reading]:
        """Readings from a word on, by the place where they end."""
        key = (type_name, start)
        if key not in self._read:
            found: dict[int, Reading] = {}
            for reading in self._types[type_name].read(self.words, start, self._today):
                found.setdefault(reading.end, reading)
            self._read[key] = found
        return self._read[key]
