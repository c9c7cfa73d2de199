"""Slots with several values: "hiking, camping and fishing" as a list of three (``multipleValues`` of the model).

The parts stand between pauses, here written as commas, and the word "and". Each is heard and resolved by itself.
Words that are one value of the slot type ("salt and vinegar") stay one. Only some locales have such slots.
Source: collect-multiple-values-in-a-slot.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from simulator.ears.heard import MATCH, Heard, HeardSlot
from simulator.ears.hearing import Hearing
from simulator.ears.listening import Elicitation
from simulator.envelope import Json
from simulator.judge.response import as_object, as_objects
from simulator.models.interaction_model import InteractionModel

LOCALES = frozenset({"en-AU", "en-CA", "en-GB", "en-US"})
_BETWEEN = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)


class SeveralValues:
    """Hearing that parts the values of such slots."""

    def __init__(self, ears: Hearing, model: InteractionModel, locale: str) -> None:
        self._ears = ears
        self._slots = {
            Elicitation(intent.name, slot.name)
            for intent in model.language_model.intents
            for slot in intent.slots
            if slot.multiple_values and slot.multiple_values.enabled and locale in LOCALES
        }

    def hear(self, utterance: str, *, today: date, eliciting: Elicitation | None = None) -> Heard:
        """The intent and slots of an utterance."""
        heard = self._ears.hear(utterance, today=today, eliciting=eliciting)
        several = {
            name: _Several(name, slot.value, slot.said, slot.resolution, parts)
            for name, slot in heard.slots.items()
            if Elicitation(heard.intent, name) in self._slots and (parts := self._parts(heard.intent, slot, today))
        }
        return replace(heard, slots={**heard.slots, **several}) if several else heard

    def _parts(self, intent: str, slot: HeardSlot, today: date) -> tuple[HeardSlot, ...]:
        """The values that a slot's words fall into; none when they are one value, or a part is none."""
        words = [part for part in _BETWEEN.split(slot.said or "") if part]
        whole = slot.resolution is not None and slot.resolution.status == MATCH
        if whole or len(words) < 2:
            return ()
        elicitation = Elicitation(intent, slot.name)
        parts = [self._ears.hear(part, today=today, eliciting=elicitation) for part in words]
        found = [part.slots[slot.name] for part in parts if part.intent == intent and part.slots[slot.name].value]
        return tuple(found) if len(found) == len(words) else ()


@dataclass(frozen=True)
class _Several(HeardSlot):
    """A slot with a list of values; ``value`` is all that was said."""

    parts: tuple[HeardSlot, ...] = ()

    def as_request(self) -> dict[str, Any]:
        """The slot object of an IntentRequest, which has no value of its own."""
        values = [part.as_request()["slotValue"] for part in self.parts]
        several = {"type": "List", "values": values}
        return {"name": self.name, "confirmationStatus": "NONE", "source": "USER", "slotValue": several}


def values_of(slot: Json) -> Iterator[Json]:
    """Each value of a slot object, with its resolutions; none for an empty slot."""
    several = as_object(slot.get("slotValue"))
    if several.get("type") == "List":
        yield from as_objects(several.get("values"))
    elif slot.get("value") is not None:
        yield slot


def as_words(slot: Json) -> str:
    """What a slot holds, as it is said: "hiking, camping and fishing"."""
    *most, last = [str(value.get("value", "")) for value in values_of(slot)] or [""]
    return f"{', '.join(most)} and {last}" if most else last
