"""A sample utterance, taken apart into the words that must be said and the slots between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from simulator.ears.errors import CannotHear
from simulator.ears.words import keys_of
from simulator.models.interaction_model import Intent

_PIECE = re.compile(r"\{(?P<slot>\w+)\}|(?P<words>[^{}]+)")
_GLUED = re.compile(r"[^\W_]['’-]?\{|\}['’-]?[^\W_]")  # noqa: RUF001 - people type this apostrophe


class SlotPlace(NamedTuple):
    """Where a sample leaves room for a slot."""

    name: str
    type: str


@dataclass(frozen=True)
class Sample:
    """One sample of an intent, or of one of its slots.

    ``literal_words`` counts the words outside slots and ``telling_words`` those that are no function words; ``order``
    is its place in the model, which settles ties.
    """

    intent: str
    pieces: tuple[str | SlotPlace, ...]
    literal_words: int
    telling_words: int
    order: int
    of_slot: str | None = None

    @property
    def has_slots(self) -> bool:
        """Whether it has room for any slot."""
        return any(isinstance(piece, SlotPlace) for piece in self.pieces)


def samples_of(intents: tuple[Intent, ...], function_words: frozenset[str]) -> Iterator[Sample]:
    """All samples in the model's order, those of an intent's slots before its own.

    Raises CannotHear for a slot that touches a word ("{item}'s"): such a sample could never match.
    """
    order = 0
    for intent in intents:
        types = {slot.name: slot.type for slot in intent.slots}
        of_slots = [(text, slot.name) for slot in intent.slots for text in slot.samples]
        for text, of_slot in [*of_slots, *((text, None) for text in intent.samples)]:
            if _GLUED.search(text):
                raise CannotHear(
                    f'{intent.name}: in the sample "{text}" a slot touches a word: put a space between them'
                )
            pieces = tuple(_pieces(text, types))
            literals = [piece for piece in pieces if isinstance(piece, str)]
            telling = sum(word not in function_words for word in literals)
            yield Sample(intent.name, pieces, len(literals), telling, order, of_slot)
            order += 1


def _pieces(text: str, types: dict[str, str]) -> Iterator[str | SlotPlace]:
    for piece in _PIECE.finditer(text):
        if slot := piece["slot"]:
            yield SlotPlace(slot, types[slot])
        else:
            yield from keys_of(piece["words"])
