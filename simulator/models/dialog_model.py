"""The dialog section and the prompts of an interaction model: what Alexa may ask by herself, and in which words.

Source: the page "Interaction Model Schema" (SMAPI) and ``v1.skill.interactionModel`` of ask-smapi-model 1.24.0.
"""

from datetime import UTC, datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from simulator.models.model_part import Part
from simulator.models.stretch import stretch

_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)

DelegationStrategy = Literal["ALWAYS", "SKILL_RESPONSE"]
"""ALWAYS: Alexa leads the dialog from the start. SKILL_RESPONSE: when the skill says so."""


class Match(Part):
    """The value is one of the slot type's, or a synonym of one."""

    type: Literal["hasEntityResolutionMatch"]
    prompt: str


class SetOfValues(Part):
    """The value is one of a list, or none of it."""

    type: Literal["isInSet", "isNotInSet"]
    prompt: str
    values: tuple[str, ...] = Field(min_length=1)


class Comparison(Part):
    """The value, a number, a date or a time, is on one side of another."""

    type: Literal["isGreaterThan", "isGreaterThanOrEqualTo", "isLessThan", "isLessThanOrEqualTo"]
    prompt: str
    value: str = Field(min_length=1)

    @property
    def bounds(self) -> tuple[str, ...]:
        """What the slot's value is compared with."""
        return (self.value,)


class Span(Part):
    """The date or time lies in a span, or outside it; without a start or an end the span is open there.

    Both are a date or a time ("2026-03-04", "09:30") or a length of time from the moment of speaking ("P3D", "PT2H").
    """

    type: Literal["isInDuration", "isNotInDuration"]
    prompt: str
    start: str | None = None
    end: str | None = None

    @property
    def bounds(self) -> tuple[str, ...]:
        """What the slot's value is compared with."""
        return tuple(bound for bound in (self.start, self.end) if bound is not None)

    @model_validator(mode="after")
    def _has_an_end(self) -> Self:
        if not self.bounds:
            raise ValueError(f"{self.type} has neither start nor end: give it one")
        return self


Validation = Annotated[Match | SetOfValues | Comparison | Span, Field(discriminator="type")]
"""What a slot's value must be like; ``prompt`` is what Alexa asks with when it is not."""


class DialogPrompts(Part):
    """Ids of the prompts with which Alexa herself elicits or confirms."""

    elicitation: str | None = None
    confirmation: str | None = None


class DialogSlot(Part):
    """A slot that the dialog may elicit, check or confirm."""

    name: str
    type: str
    elicitation_required: bool = False
    confirmation_required: bool = False
    prompts: DialogPrompts = DialogPrompts()
    validations: tuple[Validation, ...] = ()

    @property
    def prompt_ids(self) -> tuple[str, ...]:
        """The prompts that the slot names."""
        own = (self.prompts.elicitation, self.prompts.confirmation)
        return tuple(prompt for prompt in own if prompt) + tuple(validation.prompt for validation in self.validations)

    @model_validator(mode="after")
    def _can_be_compared(self) -> Self:
        for validation in self.validations:
            for bound in validation.bounds if isinstance(validation, Comparison | Span) else ():
                if stretch(self.type, bound, _ANY_TIME) is None:
                    what = f"{self.name} {validation.type} {bound!r}"
                    raise ValueError(f"the slot {what}: {self.type} cannot be compared with that")
        return self

    @model_validator(mode="after")
    def _can_be_asked(self) -> Self:
        if self.type == "AMAZON.LITERAL":
            raise ValueError(f"the slot {self.name} is an AMAZON.LITERAL, which no dialog takes: use a custom type")
        if self.elicitation_required and not self.prompts.elicitation:
            raise ValueError(f"the slot {self.name} is required, but prompts has no elicitation to ask for it")
        if self.confirmation_required and not self.prompts.confirmation:
            raise ValueError(f"the slot {self.name} is to be confirmed, but prompts has no confirmation")
        return self


class DialogIntent(Part):
    """An intent that has a dialog; Dialog directives for any other are dropped without a word."""

    name: str
    delegation_strategy: DelegationStrategy | None = None
    confirmation_required: bool = False
    prompts: DialogPrompts = DialogPrompts()
    slots: tuple[DialogSlot, ...] = ()

    @property
    def prompt_ids(self) -> tuple[str, ...]:
        """The prompts that the intent and its slots name."""
        own = (self.prompts.confirmation,) if self.prompts.confirmation else ()
        return own + tuple(prompt for slot in self.slots for prompt in slot.prompt_ids)

    @model_validator(mode="after")
    def _can_be_asked(self) -> Self:
        if self.confirmation_required and not self.prompts.confirmation:
            raise ValueError(f"the intent {self.name} is to be confirmed, but prompts has no confirmation")
        return self


class Dialog(Part):
    """The dialog section: which slots may be elicited, and who leads."""

    delegation_strategy: DelegationStrategy | None = None
    intents: tuple[DialogIntent, ...] = ()


class PromptVariation(Part):
    """One wording of a prompt."""

    type: Literal["PlainText", "SSML"] = "PlainText"
    value: str = Field(min_length=1)


class Prompt(Part):
    """A prompt in all its wordings; the dialog names it by its id."""

    id: str
    variations: tuple[PromptVariation, ...] = Field(min_length=1)
