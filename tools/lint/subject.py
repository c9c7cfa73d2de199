"""A locale's model as the rules look at it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tools.interaction_model import Intent, InteractionModel, LanguageModel, ModelFile
from tools.places import Steps

MODEL: Steps = ("interactionModel", "languageModel")
INTENTS: Steps = (*MODEL, "intents")
TYPES: Steps = (*MODEL, "types")
DIALOG: Steps = ("interactionModel", "dialog", "intents")
SLOT = re.compile(r"\{([^{}]*)\}")


class Sample(NamedTuple):
    """A sample utterance, of an intent or (with ``slot``) of one of its slots."""

    steps: Steps
    text: str
    intent: str
    slot: str | None

    @property
    def slots(self) -> list[str]:
        """The names in braces, in order."""
        return SLOT.findall(self.text)

    @property
    def literal(self) -> str:
        """What is left without the slots."""
        return " ".join(SLOT.sub(" ", self.text).split())


@dataclass(frozen=True)
class Subject:
    """A locale, its model, and the size of its file in bytes."""

    locale: str
    file: ModelFile
    size: int

    @property
    def language(self) -> str:
        """The language part of the locale."""
        return self.locale.split("-")[0]

    @property
    def inside(self) -> InteractionModel:
        """What is inside the wrapper."""
        return self.file.interaction_model

    @property
    def model(self) -> LanguageModel:
        """The language model."""
        return self.inside.language_model

    @cached_property
    def samples(self) -> list[Sample]:
        """Every sample of every intent and slot."""
        return [sample for index, intent in enumerate(self.model.intents) for sample in _samples(index, intent)]

    @cached_property
    def slot_types(self) -> dict[str, str]:
        """Slot name to slot type (the last one, should there be several)."""
        return {slot.name: slot.type for intent in self.model.intents for slot in intent.slots or []}

    @cached_property
    def intent_slots(self) -> dict[str, dict[str, str]]:
        """Intent name to its slots, name to type."""
        return {intent.name: {slot.name: slot.type for slot in intent.slots or []} for intent in self.model.intents}


def _samples(index: int, intent: Intent) -> Iterator[Sample]:
    for position, text in enumerate(intent.samples):
        yield Sample((*INTENTS, index, "samples", position), text, intent.name, None)
    for slot_index, slot in enumerate(intent.slots or []):
        for position, text in enumerate(slot.samples or []):
            steps = (*INTENTS, index, "slots", slot_index, "samples", position)
            yield Sample(steps, text, intent.name, slot.name)
