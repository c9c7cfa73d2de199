"""The slots of a heard intent as Alexa reports them, from the words that fill them."""

from collections.abc import Iterable, Mapping

from simulator.ears.heard import MATCH, NO_MATCH, HeardSlot, Resolution
from simulator.ears.listening import Listening
from simulator.ears.sample_tree import Fill
from simulator.ears.slot_types.custom import Custom
from simulator.ears.slot_types.slot_type import SlotType
from simulator.ears.words import said
from simulator.models.interaction_model import InteractionModel


class HeardSlots:
    """Knows which slots an intent has, and reports all of them, filled or not."""

    def __init__(self, model: InteractionModel, types: Mapping[str, SlotType], authority: str) -> None:
        """``authority`` begins the name of each entity resolution authority; the slot type is added to it."""
        self._types = types
        self._authority = authority
        self.types_of = {
            intent.name: {slot.name: slot.type for slot in intent.slots} for intent in model.language_model.intents
        }
        """The type of each slot by intent and by name."""

    def of(self, intent: str, fills: Iterable[Fill], listening: Listening) -> dict[str, HeardSlot]:
        """Every slot that the intent declares, in the model's order."""
        filled = {fill.slot.name: self._heard_slot(fill, listening) for fill in fills}
        return {name: filled.get(name, HeardSlot(name)) for name in self.types_of[intent]}

    def _heard_slot(self, fill: Fill, listening: Listening) -> HeardSlot:
        words = said(listening.utterance, listening.words[fill.start : fill.end])
        value = fill.reading.value if fill.reading else None
        resolution = None
        if isinstance(self._types[fill.slot.type], Custom):
            entities = fill.reading.entities if fill.reading else ()
            resolution = Resolution(f"{self._authority}.{fill.slot.type}", MATCH if entities else NO_MATCH, entities)
        return HeardSlot(fill.slot.name, words if value is None else value, words, resolution)
