"""What may stand in a language's heard.yaml, and nothing else."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Template = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Sensitivity = Literal["LOW", "MEDIUM", "HIGH"]


class Strict(BaseModel):
    """A section in which an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Slot(Strict):
    """A slot: one type wherever its name is used, and how it is answered when a question elicits it."""

    type: str
    samples: list[Template] = []


class Intent(Strict):
    """An intent: its slots, its utterances, and whether a question may elicit its slots (dialog section)."""

    slots: list[str] = []
    samples: list[Template] = Field(min_length=1)
    elicit: bool = False


class Region(Strict):
    """What one locale says besides what the whole language says."""

    invocation_name: str | None = None
    samples: dict[str, list[Template]] = {}
    synonyms: dict[str, dict[str, list[Template]]] = {}


class FreeText(Strict):
    """What the skill recognises by itself in free text: Alexa hands that over as it was spoken.

    ``digits`` holds number words beyond those of CLDR (word to digits), ``repeats`` words such as "double" (word
    to count), ``control`` phrases of built-in intents, ``control_intents`` the intents whose utterances count too.
    ``choices`` are slots whose values are looked for inside longer words that match none of them, ``negations``
    words that turn a value into its opposite, ``negations_after`` those that do so right after it, with the
    value's last word before them or without, ``fillers`` what people say before the thing itself, ``secrets``
    what they say before something that nobody should say. ``alarms`` are phrases, by intent, that mean an alarm
    wherever they stand in words that matched nothing.
    """

    digits: dict[str, Annotated[str, StringConstraints(pattern=r"^\d+$")]] = {}
    repeats: dict[str, Annotated[int, Field(ge=2, le=9)]] = {}
    control_intents: list[str] = []
    control: dict[str, list[Template]] = {}
    choices: list[str] = []
    negations: list[str] = []
    negations_after: list[str] = []
    fillers: list[Template] = []
    alarms: dict[str, list[Template]] = {}
    secrets: list[Template] = []


class Heard(Strict):
    """A whole heard.yaml. In ``types`` each choice's first phrase is its name, the others are synonyms."""

    invocation_name: str
    fallback_sensitivity: Sensitivity | None = None
    locales: dict[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}-[A-Z]{2}$")], Region] = Field(min_length=1)
    rules: dict[str, Template] = {}
    types: dict[str, dict[str, Annotated[list[Template], Field(min_length=1)]]]
    slots: dict[str, Slot]
    intents: dict[str, Intent]
    builtins: list[str]
    free_text: FreeText = FreeText()
