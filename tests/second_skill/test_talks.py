"""Whole talks with the plant skill: everything that dialog management, dynamic entities and a screen can do."""

import pytest

from simulator.device.device import Device
from tests.second_skill.garden import Overheard, garden


def _says(device: Device, *utterances: str) -> list[str]:
    return [device.say(utterance).speech for utterance in utterances]


def _slots(overheard: Overheard) -> dict[str, str | None]:
    return {name: slot.get("value") for name, slot in overheard.last["intent"]["slots"].items()}


def test_a_delegated_dialog_is_led_by_alexa_from_the_first_question_to_the_confirmation() -> None:
    overheard = Overheard()
    assert _says(garden(overheard), "ask green thumb to water a plant", "the fern", "four cups", "yes", "yes") == [
        "Which plant is thirsty?",
        "How many cups of water?",
        "4 cups, right?",
        "Shall I note 4 cups for the fern?",
        "Noted: 4 cups for the fern.",
    ]
    assert overheard.states == ["STARTED", "IN_PROGRESS", "IN_PROGRESS", "IN_PROGRESS", "IN_PROGRESS", "COMPLETED"]
    assert overheard.last["intent"]["confirmationStatus"] == "CONFIRMED"
    assert overheard.last["intent"]["slots"]["cups"]["confirmationStatus"] == "CONFIRMED"
    assert _slots(overheard) == {"plant": "fern", "cups": "4", "day": None}


def test_a_value_that_fails_a_validation_is_asked_for_again_in_the_words_of_that_validation() -> None:
    device = garden(Overheard())
    device.say("ask green thumb to water a plant")
    assert _says(device, "the rose", "the fern", "zero", "twelve", "ten") == [
        "I don't know the plant rose. Which plant is it?",
        "How many cups of water?",
        "That is no water at all. How many cups?",
        "12 cups would drown it. How many cups, up to ten?",
        "10 cups, right?",
    ]


def test_a_slot_that_is_not_required_is_checked_when_it_is_there() -> None:
    device = garden(Overheard())
    device.say("ask green thumb to water the fern on december twenty fourth")
    assert _says(device, "two", "yes", "tomorrow", "yes")[1:] == [
        "I only plan for two weeks. Which day?",
        "Shall I note 2 cups for the fern?",
        "Noted: 2 cups for the fern on 2026-11-23.",
    ]


def test_a_slot_that_is_denied_is_asked_for_again() -> None:
    overheard = Overheard()
    device = garden(overheard)
    assert _says(device, "ask green thumb to give the cactus one cups", "no", "two")[1:] == [
        "How many cups of water?",
        "2 cups, right?",
    ]
    denied = overheard.requests[1]["intent"]["slots"]["cups"]
    assert (denied["value"], denied["confirmationStatus"]) == ("1", "DENIED")


def test_an_intent_that_is_denied_reaches_the_skill_as_denied() -> None:
    overheard = Overheard()
    talk = _says(garden(overheard), "ask green thumb to give the cactus two cups", "yes", "no")
    assert talk[-1] == "Okay, I won't note it."
    assert (overheard.last["dialogState"], overheard.last["intent"]["confirmationStatus"]) == ("COMPLETED", "DENIED")


def test_of_an_intent_that_alexa_leads_the_skill_hears_only_the_end() -> None:
    overheard = Overheard()
    assert _says(
        garden(overheard),
        "ask green thumb to plan my watering for yesterday",
        "on friday",
        "at five in the morning",
        "at nine in the evening",
        "yes",
    ) == [
        "That day has passed. On which day?",
        "At what time?",
        "I only work from six to ten. At what time?",
        "Watering on 2026-11-27 at 21:00, shall I plan that?",
        "Planned for 2026-11-27 at 21:00.",
    ]
    assert overheard.states == ["COMPLETED"]
    assert _slots(overheard) == {"day": "2026-11-27", "time": "21:00"}


def test_a_plan_that_is_denied_at_the_end_reaches_the_skill_as_denied() -> None:
    overheard = Overheard()
    talk = _says(garden(overheard), "ask green thumb to plan my watering for friday at nine in the evening", "no")
    assert talk[-1].startswith("Okay, no plan.")
    assert overheard.last["intent"]["confirmationStatus"] == "DENIED"


def test_another_intent_breaks_into_a_dialog_that_alexa_leads() -> None:
    overheard = Overheard()
    device = garden(overheard)
    device.say("open green thumb")
    device.say("plan my watering for friday")
    assert device.say("help").speech.startswith("You can water")
    assert [request["type"] for request in overheard.requests] == ["LaunchRequest", "IntentRequest"]
    assert device.say("plan my watering").speech == "On which day?"


def test_a_skill_asks_and_confirms_in_its_own_words_and_then_goes_over_to_another_intent() -> None:
    overheard = Overheard()
    assert _says(
        garden(overheard),
        "ask green thumb to repot the orchid",
        "a big one",
        "no",
        "small",
        "yes",
        "two",
        "yes",
        "yes",
    ) == [
        "A small pot, or a large one?",
        "A big pot for the orchid, is that right?",
        "A small pot, or a large one?",
        "A small pot for the orchid, is that right?",
        "How many cups of water?",
        "2 cups, right?",
        "Shall I note 2 cups for the orchid?",
        "Noted: 2 cups for the orchid.",
    ]
    assert [request["intent"]["name"] for request in overheard.requests][4:6] == ["RepotIntent", "WaterPlantIntent"]


@pytest.mark.parametrize(("answer", "speech"), [("yes", "Forgotten."), ("no", "They stay.")])
def test_a_skill_has_an_intent_confirmed(answer: str, speech: str) -> None:
    device = garden(Overheard())
    device.say("ask green thumb to forget my plants")
    assert device.say(answer).speech.startswith(speech)


def test_a_plant_that_got_a_name_is_heard_by_it_and_resolved_beside_the_model() -> None:
    overheard = Overheard()
    device = garden(overheard)
    device.say("open green thumb")
    device.say("call my new plant doris day")
    result = device.say("water my doris day")
    assert result.heard.slots["plant"].value == "my doris day"
    own, added = overheard.last["intent"]["slots"]["plant"]["resolutions"]["resolutionsPerAuthority"]
    assert (own["status"]["code"], "values" in own) == ("ER_SUCCESS_NO_MATCH", False)
    assert added["authority"].startswith("amzn1.er-authority.echo-sdk.dynamic.amzn1.ask.skill.")
    assert added["values"] == [{"value": {"name": "doris day", "id": "own-0"}}]
    assert _says(device, "two", "yes", "yes")[-1] == "Noted: 2 cups for the doris day."


def test_a_plant_whose_name_was_forgotten_is_unknown_again() -> None:
    device = garden(Overheard())
    device.say("open green thumb")
    device.say("call my new plant doris day")
    device.say("forget my plants")
    device.say("yes")
    device.say("water a plant")
    assert device.say("doris day").speech == "I don't know the plant doris day. Which plant is it?"


def test_a_speaker_gets_a_card_and_the_session_ends() -> None:
    device = garden(Overheard())
    result = device.say("ask green thumb to show me the fern")
    assert result.card == ("fern", "Light, and a little water.")
    assert (result.open, result.lingers, device.session) == (False, False, None)


def test_a_screen_gets_a_document_and_the_session_lingers_on_it() -> None:
    overheard = Overheard()
    device = garden(overheard, screen=True)
    result = device.say("ask green thumb to show me the fern")
    assert (result.card, result.open, result.lingers) == (None, False, True)
    assert device.screen is not None
    assert device.screen.token == "plant"
    assert device.say("Alexa, show me the cactus").speech.startswith("This is the cactus.")
    device.silence()
    assert overheard.last["type"] == "SessionEndedRequest"
    assert device.screen.token is None


def test_stop_and_exit_leave() -> None:
    overheard = Overheard()
    device = garden(overheard)
    device.say("open green thumb")
    assert device.say("stop").speech == "Happy growing!"
    device.say("open green thumb")
    device.say("exit")
    assert overheard.last["reason"] == "USER_INITIATED"
