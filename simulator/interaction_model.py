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

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic.alias_generators import to_camel

from skill.errors import CaseCompassError

_SLOT_IN_SAMPLE = re.compile(r"\{(?P<name>[^{}]*)\}")


class ModelUnreadable(CaseCompassError):  # noqa: N818 - it reads as a sentence
    """An interaction model is missing, is not JSON or breaks the schema; the message lists every place."""


class _Part(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid", frozen=True)


class ValueName(_Part):
    """The canonical words of a slot value and what else people say for it."""

    value: str
    synonyms: tuple[str, ...] = ()


class TypeValue(_Part):
    """One value of a custom slot type; the id is what entity resolution hands to the skill."""

    id: str | None = None
    name: ValueName


class SlotType(_Part):
    """A custom slot type, or a built-in one extended by own values."""

    name: str
    values: tuple[TypeValue, ...] = ()
    value_supplier: dict[str, Any] | None = None


class MultipleValues(_Part):
    """Whether one slot may take a list; the simulator hears one value."""

    enabled: bool


class Slot(_Part):
    """A slot of an intent; its own samples are what people say when just this slot is elicited."""

    name: str
    type: str
    samples: tuple[str, ...] = ()
    multiple_values: MultipleValues | None = None


class Intent(_Part):
    """An intent with its sample utterances in the model's order."""

    name: str
    slots: tuple[Slot, ...] = ()
    samples: tuple[str, ...] = ()

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


class Sensitivity(_Part):
    """How readily AMAZON.FallbackIntent takes an utterance: LOW, MEDIUM or HIGH. The simulator does not use it."""

    level: str


class ModelConfiguration(_Part):
    """Settings of the language model as a whole."""

    fallback_intent_sensitivity: Sensitivity | None = None


class LanguageModel(_Part):
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


class DialogPrompts(_Part):
    """Ids of the prompts with which Alexa herself would elicit or confirm."""

    elicitation: str | None = None
    confirmation: str | None = None


class DialogSlot(_Part):
    """A slot that the dialog may elicit or confirm."""

    name: str
    type: str
    elicitation_required: bool = False
    confirmation_required: bool = False
    prompts: DialogPrompts = DialogPrompts()
    validations: tuple[dict[str, Any], ...] = ()


class DialogIntent(_Part):
    """An intent that has a dialog; Dialog directives for any other are dropped without a word."""

    name: str
    delegation_strategy: str | None = None
    confirmation_required: bool = False
    prompts: DialogPrompts = DialogPrompts()
    slots: tuple[DialogSlot, ...] = ()


class Dialog(_Part):
    """The dialog section: which slots may be elicited, and who leads."""

    delegation_strategy: str | None = None
    intents: tuple[DialogIntent, ...] = ()


class PromptVariation(_Part):
    """One wording of a prompt, as plain text or SSML."""

    type: str
    value: str


class Prompt(_Part):
    """A prompt that dialog slots name by its id."""

    id: str
    variations: tuple[PromptVariation, ...]


class InteractionModel(_Part):
    """A whole interaction model of one locale, without the file's ``interactionModel`` wrapper."""

    language_model: LanguageModel
    dialog: Dialog | None = None
    prompts: tuple[Prompt, ...] = ()

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


class _File(_Part):
    interaction_model: dict[str, Any]


def slots_in(sample: str) -> tuple[str, ...]:
    """The slot names of a sample utterance, in its order."""
    return tuple(match["name"] for match in _SLOT_IN_SAMPLE.finditer(sample))


def _faults(error: ValidationError) -> Iterator[tuple[str, str]]:
    for fault in error.errors(include_url=False):
        yield ".".join(str(step) for step in fault["loc"]) or "the file", fault["msg"]
