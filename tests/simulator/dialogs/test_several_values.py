"""Slots that take a list of values."""

import json

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from simulator.device.device import Device
from simulator.ears.ears import Ears
from simulator.envelope import SKILL_ID, Json
from simulator.models.interaction_model import InteractionModel
from simulator.under_test.endpoint import HandlerEndpoint
from tests.simulator.tea import NOW, Skill, ask, delegate

HOBBIES = ["hiking", "camping", "rock and roll"]
VALUES = [{"id": value, "name": {"value": value}} for value in HOBBIES]
MATCHES = {"type": "hasEntityResolutionMatch", "prompt": "Wrong"}
PROMPTS = {"Elicit": "Which hobbies?", "Confirm": "You like {hobby}, right?", "Wrong": "{hobby}: not all of that."}


def _device(skill: Skill, *, locale: str = "en-US", several: bool = True) -> Device:
    slot = {"name": "hobby", "type": "Hobby", "samples": ["{hobby}"], "multipleValues": {"enabled": several}}
    dialog = {
        "name": "LikeIntent",
        "slots": [
            {
                "name": "hobby",
                "type": "Hobby",
                "elicitationRequired": True,
                "confirmationRequired": True,
                "prompts": {"elicitation": "Elicit", "confirmation": "Confirm"},
                "validations": [MATCHES],
            }
        ],
    }
    model = InteractionModel.model_validate(
        {
            "languageModel": {
                "invocationName": "hobby list",
                "intents": [
                    {"name": "LikeIntent", "slots": [slot], "samples": ["my hobbies", "i really like {hobby}"]},
                    {"name": "AMAZON.HelpIntent"},
                ],
                "types": [{"name": "Hobby", "values": VALUES}],
            },
            "dialog": {"intents": [dialog]},
            "prompts": [{"id": name, "variations": [{"value": words}]} for name, words in PROMPTS.items()],
        }
    )
    ears = Ears(model, locale, skill_id=SKILL_ID)
    return Device(HandlerEndpoint(skill), model, ears, locale, clock=lambda: NOW)


def _slot(skill: Skill) -> Json:
    slot: Json = skill.last["request"]["intent"]["slots"]["hobby"]
    return slot


@pytest.mark.parametrize(
    "said",
    ["hiking and camping", "hiking, camping", "hiking, and camping", "Hiking AND camping"],
)
def test_pauses_and_the_word_and_part_the_values(said: str) -> None:
    skill = Skill(ask())
    _device(skill).say(f"i really like {said}")
    values = _slot(skill)["slotValue"]["values"]
    assert [value["value"].lower() for value in values] == ["hiking", "camping"]
    assert {value["type"] for value in values} == {"Simple"}
    ids = [value["resolutions"]["resolutionsPerAuthority"][0]["values"][0]["value"]["id"] for value in values]
    assert ids == ["hiking", "camping"]


def test_a_list_has_no_value_of_its_own_and_amazons_sdk_reads_it() -> None:
    skill = Skill(ask())
    _device(skill).say("i really like hiking and camping")
    assert set(_slot(skill)) == {"name", "confirmationStatus", "source", "slotValue"}
    envelope = DefaultSerializer().deserialize(json.dumps(skill.last), RequestEnvelope)
    assert len(envelope.request.intent.slots["hobby"].slot_value.values) == 2


def test_one_value_stays_simple() -> None:
    skill = Skill(ask())
    _device(skill).say("i really like hiking")
    assert (_slot(skill)["value"], _slot(skill)["slotValue"]["type"]) == ("hiking", "Simple")


def test_a_value_that_has_the_word_in_it_is_one() -> None:
    skill = Skill(ask())
    _device(skill).say("i really like rock and roll")
    assert _slot(skill)["value"] == "rock and roll"


def test_a_slot_without_the_setting_and_a_locale_without_such_slots_take_one_value() -> None:
    for device_of in ({"several": False}, {"locale": "en-IN"}):
        skill = Skill(ask())
        _device(skill, **device_of).say("i really like hiking and camping")
        assert _slot(skill)["slotValue"]["type"] == "Simple"


def test_words_of_which_a_part_is_another_intent_are_one_value() -> None:
    skill = Skill(ask())
    _device(skill).say("i really like hiking and help")
    assert _slot(skill)["value"] == "hiking and help"


def test_a_dialog_checks_every_value_and_says_them_all() -> None:
    device = _device(Skill(delegate()))
    assert device.say("my hobbies").speech == "Which hobbies?"
    assert device.say("hiking, camping and chess").speech == "hiking, camping and chess: not all of that."
    assert device.say("hiking and camping").speech == "You like hiking and camping, right?"
    assert device.say("no").speech == "Which hobbies?"
