"""Sentences to learn from: the samples of interaction models with words in their slots."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from simulator.interaction_model import InteractionModel, Slot
from tools.hearing.language_data import LanguageData
from tools.hearing.utterances import FALLBACK

FILLS: Final = 2
"""How often an intent's sample with slots is filled."""
BARE_FILLS: Final = 80
"""How often a sample is filled that is nothing but a slot."""
ELICITED_FILLS: Final = 6
"""How often another sample of a slot is filled."""
_SLOT = re.compile(r"\{(\w+)\}")


class Example(NamedTuple):
    """A sentence that means an intent; one with a slot does so only while that slot is elicited."""

    text: str
    intent: str
    slot: str | None = None


def examples(models: Sequence[InteractionModel], data: LanguageData) -> list[Example]:
    """The examples of a language: of the samples of all its models, of built-in intents and of the background.

    Seeded by the samples, so that one sample more changes no other's fills; none is there twice.
    """
    return list(dict.fromkeys(_all(models, data)))


def _all(models: Sequence[InteractionModel], data: LanguageData) -> Iterator[Example]:
    for model in models:
        values = _Values(model, data)
        for intent in model.language_model.intents:
            slots = {slot.name: slot for slot in intent.slots}
            for phrase in data.built_in_intents.get(intent.name, ()):
                yield Example(phrase, intent.name)
            for sample in intent.samples:
                for text in values.fill(sample, slots, FILLS):
                    yield Example(text, intent.name)
            for slot in intent.slots:
                for sample in slot.samples or [f"{{{slot.name}}}"]:
                    times = BARE_FILLS if _SLOT.fullmatch(sample) else ELICITED_FILLS
                    for text in values.fill(sample, slots, times):
                        yield Example(text, intent.name, slot.name)
    for text in data.background:
        yield Example(text, FALLBACK)


class _Values:
    def __init__(self, model: InteractionModel, data: LanguageData) -> None:
        self._types = {
            slot_type.name: [(value.name.value, *value.name.synonyms) for value in slot_type.values]
            for slot_type in model.language_model.types
        }
        self._data = data

    def fill(self, sample: str, slots: dict[str, Slot], times: int) -> Iterator[str]:
        """The sample as people say it, with several words for its slots in turn."""
        seeded = random.Random(sample)  # noqa: S311 - no secret
        for _ in range(times if _SLOT.search(sample) else 1):
            yield _SLOT.sub(lambda match: self._one(slots[match[1]], seeded), sample)

    def _one(self, slot: Slot, seeded: random.Random) -> str:
        if values := self._types.get(slot.type):
            return seeded.choice(seeded.choice(values))
        said = self._data.said_for(slot.name, slot.type)
        return seeded.choice(said) if said else slot.name
