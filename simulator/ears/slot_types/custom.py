"""Custom slot types: a listed value or synonym resolves to its entities; other words may still be a value."""

from collections.abc import Iterator, Sequence
from datetime import date

from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word
from simulator.models.interaction_model import SlotType as Declared


class Custom:
    """The values of one type of the model. Values are hints and no closed list, as on Alexa."""

    def __init__(self, declared: Declared, unknown: int) -> None:
        """``unknown`` is the most words that a value which is not listed may have."""
        self.unknown = unknown
        self._values: PhraseTable[tuple[str, str]] = PhraseTable()
        for value in declared.values:
            entity = (value.name.value, value.id or "")
            for phrase in (value.name.value, *value.name.synonyms):
                self._values.add(phrase, entity)
        self.longest = self._values.longest

    def read(self, words: Sequence[Word], start: int, today: date) -> Iterator[Reading]:  # noqa: ARG002
        """Listed values from this word on; Alexa reports the words as said."""
        for end, entities in self._values.read(words, start):
            yield Reading(end, None, entities)
