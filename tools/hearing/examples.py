"""Sentences to learn from: the samples of interaction models with words in their slots."""

import random
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple

from simulator.interaction_model import InteractionModel, Slot
from tools.hearing.language_data import LanguageData
from tools.hearing.utterances import FALLBACK

FILLS: Final = 2
"""How often an intent's sample with slots is filled."""
BARE_FILLS: Final = 40
"""How often a sample is filled that is nothing but a slot."""
ELICITED_FILLS: Final = 3
"""How often another sample of a slot is filled."""
_SLOT: Final = re.compile(r"\{(\w+)\}")


class Example(NamedTuple):
    """A sentence that means an intent; one with a slot does so only while that slot is elicited."""

    text: str
    intent: str
    slot: str | None = None


def examples(
    models: Iterable[InteractionModel], data: LanguageData, elicited: Collection[tuple[str, str]]
) -> list[Example]:
    """The examples of a language: the samples of its models, phrases of built-in intents, and the background.

    ``elicited``: the intent and slot of each elicitation that there is; samples of other slots are never heard. Fills
    are seeded by the sample, so that one more sample changes no other's. None is there twice.
    """
    found = (example for model in models for example in _of_model(model, data, elicited))
    background = (Example(text, FALLBACK) for text in data.background)
    return list(dict.fromkeys(chain(found, background)))


def _of_model(
    model: InteractionModel, data: LanguageData, elicited: Collection[tuple[str, str]]
) -> Iterator[Example]:
    values = _Values(model, data)
    for intent in model.language_model.intents:
        slots = {slot.name: slot for slot in intent.slots}
        for phrase in data.built_in_intents.get(intent.name, ()):
            yield Example(phrase, intent.name)
        for sample in intent.samples:
            for text in values.fill(sample, slots, FILLS):
                yield Example(text, intent.name)
        for slot in intent.slots:
            if (intent.name, slot.name) in elicited:
                for text in _bare_answers(values, slot, slots):
                    yield Example(text, intent.name, slot.name)


def _bare_answers(values: "_Values", slot: Slot, slots: Mapping[str, Slot]) -> Iterator[str]:
    bare = f"{{{slot.name}}}"
    for sample in dict.fromkeys((bare, *slot.samples)):
        yield from values.fill(sample, slots, BARE_FILLS if sample == bare else ELICITED_FILLS)


class _Values:
    def __init__(self, model: InteractionModel, data: LanguageData) -> None:
        self._types = {
            slot_type.name: [(value.name.value, *value.name.synonyms) for value in slot_type.values]
            for slot_type in model.language_model.types
        }
        self._data = data

    def fill(self, sample: str, slots: Mapping[str, Slot], times: int) -> Iterator[str]:
        """The sample as people say it, with several words for its slots in turn."""
        seeded = random.Random(sample)  # noqa: S311 - no secret
        for _ in range(times if _SLOT.search(sample) else 1):
            yield _SLOT.sub(lambda match: self._one(slots[match[1]], seeded), sample)

    def _one(self, slot: Slot, seeded: random.Random) -> str:
        if values := self._types.get(slot.type):
            return seeded.choice(seeded.choice(values))
        said = self._data.said_for(slot.name, slot.type)
        return seeded.choice(said) if said else slot.name
