"""A travel agency for space: a model made in the test, whose dialog section each test writes as it needs it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from simulator.device.device import Device
from simulator.ears.ears import Ears
from simulator.envelope import SKILL_ID, Json
from simulator.models.interaction_model import InteractionModel
from simulator.under_test.endpoint import HandlerEndpoint
from tests.simulator.tea import NOW

PLANETS = [
    {"id": "mars", "name": {"value": "mars", "synonyms": ["red planet"]}},
    {"id": "venus", "name": {"value": "venus"}},
]
TYPES = {
    "planet": "Planet",
    "cabin": "Cabin",
    "day": "AMAZON.DATE",
    "hour": "AMAZON.TIME",
    "seats": "AMAZON.NUMBER",
}
SAMPLES = [
    "travel",
    "travel to {planet}",
    "travel to {planet} on {day}",
    "travel to {planet} in a {cabin} cabin",
    "travel at {hour}",
    "book {seats} seats",
]


def asked(name: str, *validations: Json, required: bool = True, confirmed: bool = False) -> Json:
    """A slot of the dialog section, with a prompt of its own for each thing that can be asked."""
    return {
        "name": name,
        "type": TYPES[name],
        "elicitationRequired": required,
        "confirmationRequired": confirmed,
        "prompts": {"elicitation": f"Elicit.{name}", "confirmation": f"Confirm.{name}"},
        "validations": list(validations),
    }


def travel(*slots: Json, **intent: object) -> Json:
    """The dialog of the intent that travels."""
    return {"name": "TravelIntent", "slots": list(slots), "prompts": {"confirmation": "Confirm"}, **intent}


def voyage(*dialog: Json, prompts: Sequence[Json] = (), strategy: str | None = None) -> InteractionModel:
    """The model with these dialogs. Every prompt says its own id, unless it is among ``prompts``."""
    slots = [{"name": name, "type": of, "samples": [f"{{{name}}}"]} for name, of in TYPES.items()]
    said = {prompt["id"]: prompt for prompt in prompts}
    ids = {"Confirm", "Wrong"} | {f"{what}.{name}" for what in ("Elicit", "Confirm") for name in TYPES}
    plain = {one: {"id": one, "variations": [{"type": "PlainText", "value": f"{one}?"}]} for one in sorted(ids)}
    parts: Json = {
        "languageModel": {
            "invocationName": "space office",
            "intents": [
                {"name": "TravelIntent", "slots": slots, "samples": SAMPLES},
                {"name": "OfferIntent", "samples": ["what do you offer"]},
                {"name": "AMAZON.HelpIntent"},
            ],
            "types": [
                {"name": "Planet", "values": PLANETS},
                {"name": "Cabin", "values": [{"id": "round", "name": {"value": "round"}}]},
            ],
        },
        "prompts": list((plain | said).values()),
    }
    section = {"dialog": {"intents": dialog, "delegationStrategy": strategy}} if dialog else {}
    return InteractionModel.model_validate(parts | section)


def office(
    model: InteractionModel,
    skill: Callable[[Json, object], object],
    *,
    strict: bool = True,
    screen: bool = False,
    now: datetime = NOW,
) -> Device:
    """A device with that model in front of a handler. It is Wednesday, 4 March 2026, half past four in New York."""
    ears = Ears(model, "en-US", skill_id=SKILL_ID, strict=True)
    return Device(HandlerEndpoint(skill), model, ears, "en-US", clock=lambda: now, strict=strict, screen=screen)
