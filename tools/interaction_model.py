"""An interaction model file as Amazon defines it: interaction_models/<locale>.json.

https://developer.amazon.com/docs/smapi/interaction-model-schema.html
"""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Part(BaseModel):
    """A part of the file: camelCase keys, and no key that Amazon does not define."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")


class Flag(Part):
    """Whether a slot takes several values."""

    enabled: bool


class Slot(Part):
    """A slot of an intent, with its own samples for when it is elicited."""

    name: str
    type: str
    samples: list[str] | None = None
    multiple_values: Flag | None = None


class Intent(Part):
    """An intent; a built-in one has no slots and an empty list of samples."""

    name: str
    slots: list[Slot] | None = None
    samples: list[str] = []


class ValueName(Part):
    """The canonical phrase of a slot value and its synonyms."""

    value: str
    synonyms: list[str] = []


class Value(Part):
    """A slot value; entity resolution gives back the id."""

    id: str | None = None
    name: ValueName


class SlotType(Part):
    """A custom slot type."""

    name: str
    values: list[Value]


class Sensitivity(Part):
    """How readily Alexa turns to AMAZON.FallbackIntent."""

    level: Literal["LOW", "MEDIUM", "HIGH"]


class ModelConfiguration(Part):
    """Settings of the language model; only English and German locales may have one."""

    fallback_intent_sensitivity: Sensitivity


class LanguageModel(Part):
    """What Alexa listens for."""

    invocation_name: str
    model_configuration: ModelConfiguration | None = None
    intents: list[Intent]
    types: list[SlotType] = []


class Prompts(Part):
    """The ids of the prompts with which Alexa itself would ask."""

    elicitation: str | None = None
    confirmation: str | None = None


class Validation(Part):
    """A rule that Alexa itself would hold a slot's value against."""

    model_config = ConfigDict(extra="allow")

    type: str
    prompt: str


class DialogSlot(Part):
    """A slot that Dialog.ElicitSlot may name."""

    name: str
    type: str
    elicitation_required: bool
    confirmation_required: bool
    prompts: Prompts
    validations: list[Validation] | None = None


class DialogIntent(Part):
    """An intent that Dialog.ElicitSlot may name; what is not listed here is silently not elicited."""

    name: str
    delegation_strategy: str | None = None
    confirmation_required: bool
    prompts: Prompts
    slots: list[DialogSlot]


class Dialog(Part):
    """The dialog section; SKILL_RESPONSE leaves every turn to the skill."""

    delegation_strategy: Literal["ALWAYS", "SKILL_RESPONSE"]
    intents: list[DialogIntent]


class Variation(Part):
    """One wording of a prompt."""

    type: Literal["PlainText", "SSML"]
    value: str


class Prompt(Part):
    """A prompt that the dialog section may name."""

    id: str
    variations: list[Variation]


class InteractionModel(Part):
    """What is inside the wrapper."""

    language_model: LanguageModel
    dialog: Dialog | None = None
    prompts: list[Prompt] | None = None


class ModelFile(Part):
    """The file, wrapper and all."""

    interaction_model: InteractionModel

    def to_json(self) -> str:
        """The text of the file: two spaces, letters as they are, a newline at the end."""
        data = self.model_dump(by_alias=True, exclude_none=True)
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
