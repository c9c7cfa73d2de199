"""An interaction model as the stages of hearing need it, taken apart once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from simulator.ears.built_in_phrases import built_in_phrases
from simulator.ears.heard_slots import HeardSlots
from simulator.ears.languages import language_for
from simulator.ears.languages.language import Language
from simulator.ears.sample import Sample, samples_of
from simulator.ears.slot_types.catalogue import slot_types_of
from simulator.ears.slot_types.slot_type import SlotType
from simulator.models.interaction_model import InteractionModel


@dataclass(frozen=True)
class Compiled:
    """A model with its language, its slot types by name, its samples in order, and Amazon's phrases by their keys."""

    model: InteractionModel
    language: Language
    types: Mapping[str, SlotType]
    samples: tuple[Sample, ...]
    phrases: Mapping[tuple[str, ...], str]
    slots: HeardSlots

    @classmethod
    def of(cls, model: InteractionModel, locale: str, skill_id: str) -> Self:
        """Compile a model; raises CannotHear for a locale, slot type or sample that is beyond the ears."""
        language = language_for(locale)
        types = slot_types_of(model, language)
        return cls(
            model,
            language,
            types,
            tuple(samples_of(model.language_model.intents, language.function_words)),
            built_in_phrases(model, language),
            HeardSlots(model, types, f"amzn1.er-authority.echo-sdk.{skill_id}"),
        )

    @cached_property
    def in_its_own_right(self) -> frozenset[tuple[str, ...]]:
        """What people say as it stands, as keys: the samples without slots, and Amazon's phrases."""
        literal = (sample.pieces for sample in self.samples if not sample.has_slots)
        return frozenset((*literal, *self.phrases))  # type: ignore[arg-type] # pieces without slots are keys
