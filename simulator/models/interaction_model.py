"""``interaction_models/<locale>.json`` as Amazon's schema has it, read and checked.

Attributes are the schema's names in snake case (``model.language_model.invocation_name``); keys that the schema does
not know are refused, so that a misspelt ``sample`` is found here and not by an hour of silence.
Source: the page "Interaction Model Schema" (SMAPI) and ``v1.skill.interactionModel`` of ask-smapi-model 1.24.0.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from pydantic import Field, ValidationError, model_validator

from simulator.models.dialog_model import Dialog, Prompt
from simulator.models.model_part import Part
from skill.errors import CaseCompassError

_SLOT_IN_SAMPLE = re.compile(r"\{(?P<name>[^{}]*)\}")


class ModelUnreadable(CaseCompassError):  # noqa: N818 - it reads as a sentence
    """An interaction model is missing, is not JSON or breaks the schema; the message lists every place."""


class ValueName(Part):
    """The canonical words of a slot value and what else people say for it."""

    value: str
    synonyms: tuple[str, ...] = ()


class TypeValue(Part):
    """One value of a custom slot type; the id is what entity resolution hands to the skill."""

    id: str | None = None
    name: ValueName


class SlotType(Part):
    """A custom slot type, or a built-in one extended by own values."""

    name: str
    values: tuple[TypeValue, ...] = ()
    value_supplier: dict[str, Any] | None = None
    generated_by: str | None = None


class MultipleValues(Part):
    """Whether one slot may take a list of values."""

    enabled: bool


class Slot(Part):
    """A slot of an intent; its own samples are what people say when just this slot is elicited."""

    name: str
    type: str
    samples: tuple[str, ...] = ()
    multiple_values: MultipleValues | None = None


class Intent(Part):
    """An intent with its sample utterances in the model's order."""

    name: str
    slots: tuple[Slot, ...] = ()
    samples: tuple[str, ...] = ()
    generated_by: str | None = None

    @model_validator(mode="after")
    def _samples_name_own_slots(self) -> Self:
        names = {slot.name for slot in self.slots}
        samples = (*self.samples, *(sample for slot in self.slots for sample in slot.samples))
        for sample in samples:
            if strange := set(slots_in(sample)) - names:
                raise ValueError(
                    f'{self.name}: the sample "{sample}" uses {{{min(strange)}}}, which is not a slot of the '
                    "intent: declare the slot or mend the name"
                )
        return self


class Sensitivity(Part):
    """How readily AMAZON.FallbackIntent takes an utterance: LOW, MEDIUM or HIGH. The simulator does not use it."""

    level: str


class ModelConfiguration(Part):
    """Settings of the language model as a whole."""

    fallback_intent_sensitivity: Sensitivity | None = None


class LanguageModel(Part):
    """What people say: the invocation name, the intents and the custom slot types."""

    invocation_name: str
    intents: tuple[Intent, ...] = Field(min_length=1)
    types: tuple[SlotType, ...] = ()
    model_configuration: ModelConfiguration | None = None

    @model_validator(mode="after")
    def _names_are_known_and_single(self) -> Self:
        for what, names in (("intent", self.intents), ("slot type", self.types)):
            if twice := [name for name, count in Counter(part.name for part in names).items() if count > 1]:
                raise ValueError(f"the {what} {twice[0]} is there twice: join the two")
        declared = {slot_type.name for slot_type in self.types}
        for intent in self.intents:
            for slot in intent.slots:
                if slot.type not in declared and not slot.type.startswith("AMAZON."):
                    raise ValueError(
                        f"{intent.name}: the slot {slot.name} has the type {slot.type}, which is not in types: add it"
                    )
        return self


class InteractionModel(Part):
    """A whole interaction model of one locale, without the file's ``interactionModel`` wrapper."""

    language_model: LanguageModel
    dialog: Dialog | None = None
    prompts: tuple[Prompt, ...] = ()

    @model_validator(mode="after")
    def _the_dialog_is_about_what_there_is(self) -> Self:
        prompts = {prompt.id for prompt in self.prompts}
        slots = {
            intent.name: {slot.name: slot.type for slot in intent.slots} for intent in self.language_model.intents
        }
        for intent in self.dialog.intents if self.dialog else ():
            if intent.name not in slots:
                raise ValueError(f"dialog: there is no intent {intent.name}: add it or mend the name")
            for slot in intent.slots:
                if slots[intent.name].get(slot.name) != slot.type:
                    raise ValueError(
                        f"dialog: {intent.name} has no slot {slot.name} of the type {slot.type}: make the two alike"
                    )
            if strange := set(intent.prompt_ids) - prompts:
                raise ValueError(f"dialog: {intent.name} names the prompt {min(strange)}, which is not in prompts")
        return self

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read and check a model file. Raises ModelUnreadable, which names the file and each fault in it."""
        try:
            return cls.model_validate(_File.model_validate_json(path.read_bytes()).interaction_model)
        except OSError as error:
            raise ModelUnreadable(f"{path}: cannot be read ({error.strerror}): build the models first") from error
        except ValidationError as error:
            faults = "\n".join(f"  {place}: {what}" for place, what in _faults(error))
            raise ModelUnreadable(f"{path}: not an interaction model:\n{faults}") from error


class _File(Part):
    interaction_model: dict[str, Any]
    version: str | None = None
    description: str | None = None


def slots_in(sample: str) -> tuple[str, ...]:
    """The slot names of a sample utterance, in its order."""
    return tuple(match["name"] for match in _SLOT_IN_SAMPLE.finditer(sample))


def _faults(error: ValidationError) -> Iterator[tuple[str, str]]:
    for fault in error.errors(include_url=False):
        yield ".".join(str(step) for step in fault["loc"]) or "the file", fault["msg"]
