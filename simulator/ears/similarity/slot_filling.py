"""Filling the slots of an intent that was found by similarity, with what is said for certain and nothing else.

Longer values are taken first, and no word twice. A listed value counts wherever it stands, unless it is all function
words or something that people say in its own right ("yes"). So does a date, a number and the like, but a single word
that samples use as a word ("may", "one") only next to a word that stands next to the slot in a sample; and so when
two slots could take it. Free text needs two words of a sample next to it.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.ears.compiled import Compiled
from simulator.ears.listening import Listening
from simulator.ears.sample import SlotPlace
from simulator.ears.sample_tree import Fill
from simulator.ears.similarity.carriers import Carriers
from simulator.ears.slot_types.catalogue import SEARCH_QUERY
from simulator.ears.slot_types.custom import Custom

WITH_VALUES: Final = frozenset(
    f"AMAZON.{name}" for name in ("DATE", "TIME", "DURATION", "NUMBER", "FOUR_DIGIT_NUMBER", "Ordinal", "PhoneNumber")
)
"""The built-in types that know their values when they hear them."""


class _Candidate(NamedTuple):
    fill: Fill
    carried: bool


class SlotFilling:
    """Finds values for the slots of any intent of a model."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._carriers = Carriers(compiled.samples)
        self._literal = {piece for sample in compiled.samples for piece in sample.pieces if isinstance(piece, str)}

    def fills(self, intent: str, listening: Listening) -> tuple[Fill, ...]:
        """What fills the slots of an intent, in the order of the words."""
        slots = self._compiled.slots.types_of[intent]
        taken = list(self._carriers.free_text(intent, slots, listening))
        places = [SlotPlace(name, type_) for name, type_ in slots.items() if type_ != SEARCH_QUERY]
        candidates = [candidate for place in places for candidate in self._candidates(intent, place, listening)]
        for candidate in sorted(candidates, key=lambda each: (-each.fill.words, not each.carried, each.fill.start)):
            fill = candidate.fill
            rivals = [each for each in candidates if each.fill[1:3] == fill[1:3] and each.fill.slot != fill.slot]
            doubtful = not candidate.carried and any(each.fill.slot.type == fill.slot.type for each in rivals)
            if not doubtful and all(_apart(fill, other) for other in taken):
                taken.append(fill)
        return tuple(sorted(taken, key=lambda fill: fill.start))

    def _candidates(self, intent: str, place: SlotPlace, listening: Listening) -> Iterator[_Candidate]:
        slot_type = self._compiled.types[place.type]
        listed = isinstance(slot_type, Custom)
        if not listed and place.type not in WITH_VALUES:
            return
        for start in range(len(listening.words)):
            for reading in slot_type.read(listening.words, start, listening.today):
                fill = Fill(place, start, reading.end, reading)
                carried = self._carriers.beside(intent, fill, listening)
                if self._is_value(fill, listening) if listed else carried or self._is_plain(fill, listening):
                    yield _Candidate(fill, carried)

    def _is_value(self, fill: Fill, listening: Listening) -> bool:
        """Whether a listed value is more than something that people say anyway."""
        keys = tuple(word.key for word in listening.words[fill.start : fill.end])
        if keys in self._compiled.in_its_own_right:
            return False
        return not set(keys) <= self._compiled.language.function_words

    def _is_plain(self, fill: Fill, listening: Listening) -> bool:
        """Whether words can be nothing but a value."""
        return fill.words > 1 or listening.words[fill.start].key not in self._literal


def _apart(one: Fill, other: Fill) -> bool:
    return one.slot.name != other.slot.name and (one.end <= other.start or other.end <= one.start)
