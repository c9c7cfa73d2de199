"""A small model in two languages, and short ways to hear with it strictly. Today is Tuesday, 17 November 2026."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from simulator.ears.ears import Ears, Elicitation
from simulator.ears.heard import Heard
from simulator.models.interaction_model import InteractionModel

MODELS = Path(__file__).parent / "models"
TODAY = date(2026, 11, 17)


@cache
def model(locale: str = "en-US") -> InteractionModel:
    return InteractionModel.read(MODELS / f"{locale}.json")


def made_of(*intents: Mapping[str, Any], **types: Sequence[str]) -> InteractionModel:
    """A model of these intents and custom types, whose values are their own ids."""
    declared = [
        {"name": name, "values": [{"id": value, "name": {"value": value}} for value in values]}
        for name, values in types.items()
    ]
    parts = {"invocationName": "parcel guide", "intents": intents, "types": declared}
    return InteractionModel.model_validate({"languageModel": parts})


@cache
def ears(locale: str = "en-US") -> Ears:
    return Ears(model(locale), locale, strict=True)


def hear(utterance: str, eliciting: str | None = None, *, locale: str = "en-US") -> Heard:
    """Hear an utterance while "Intent.slot" is elicited."""
    elicitation = Elicitation(*eliciting.split(".")) if eliciting else None
    return ears(locale).hear(utterance, today=TODAY, eliciting=elicitation)


def values(heard: Heard) -> Mapping[str, str]:
    """The filled slots by name."""
    return {name: slot.value for name, slot in heard.slots.items() if slot.value is not None}


def slot_value(utterance: str, slot: str, *, locale: str = "en-US") -> str | None:
    """What an elicited slot ("Intent.slot") reports for an utterance, or None when it does not take it."""
    heard = hear(utterance, slot, locale=locale)
    intent, name = slot.split(".")
    return heard.slots[name].value if heard.intent == intent else None
