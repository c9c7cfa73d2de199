"""Who leads a dialog, in what order Alexa asks, and what the skill hears of it."""

from datetime import UTC, datetime

import pytest

from simulator.envelope import Json
from tests.simulator.dialogs.voyage import asked, office, travel, voyage
from tests.simulator.tea import Skill, ask, delegate, tell

ALWAYS = {"delegationStrategy": "ALWAYS"}
SKILL = {"delegationStrategy": "SKILL_RESPONSE"}


def _delegates(event: Json) -> Json:
    return tell("Away!") if event["request"].get("dialogState") == "COMPLETED" else delegate()


def test_slots_are_asked_in_the_order_of_the_dialog_and_each_is_settled_before_the_next() -> None:
    device = office(voyage(travel(asked("seats", confirmed=True), asked("planet"))), Skill(_delegates))
    talk = [device.say(said).speech for said in ("travel to mars", "two", "no", "three", "yes")]
    assert talk == ["Elicit.seats?", "Confirm.seats?", "Elicit.seats?", "Confirm.seats?", "Away!"]


def test_what_is_known_is_not_asked() -> None:
    skill = Skill(_delegates)
    assert office(voyage(travel(asked("planet"))), skill).say("travel to mars").speech == "Away!"
    assert [event["request"]["dialogState"] for event in skill.seen] == ["STARTED", "COMPLETED"]


def test_what_is_not_required_is_not_asked() -> None:
    device = office(voyage(travel(asked("planet", required=False))), Skill(_delegates))
    assert device.say("travel").speech == "Away!"


def test_a_confirmation_that_the_skill_gave_is_not_asked_for_again() -> None:
    slots = {"seats": {"name": "seats", "value": "2", "confirmationStatus": "CONFIRMED"}}
    chained = {"name": "TravelIntent", "confirmationStatus": "CONFIRMED", "slots": slots}
    answer = delegate()
    answer["response"]["directives"][0]["updatedIntent"] = chained
    skill = Skill(lambda event: tell() if event["request"].get("dialogState") == "COMPLETED" else answer)
    model = voyage(travel(asked("seats", confirmed=True), confirmationRequired=True))
    assert office(model, skill).launch().speech == "Enjoy your tea."


def test_the_skills_own_strategy_stands_above_the_models() -> None:
    for model, first in (
        (voyage(travel(asked("planet"), **ALWAYS), strategy="SKILL_RESPONSE"), []),
        (voyage(travel(asked("planet"), **SKILL), strategy="ALWAYS"), ["STARTED"]),
        (voyage(travel(asked("planet")), strategy="ALWAYS"), []),
        (voyage(travel(asked("planet"))), ["STARTED"]),
    ):
        skill = Skill(_delegates)
        assert office(model, skill).say("travel").speech == "Elicit.planet?"
        assert [event["request"]["dialogState"] for event in skill.seen] == first


def test_the_first_request_of_a_session_that_alexa_led_so_far_is_new() -> None:
    skill = Skill(ask())
    device = office(voyage(travel(asked("planet"), **ALWAYS)), skill)
    assert device.say("travel").open
    device.say("mars")
    assert (skill.last["session"]["new"], skill.last["request"]["dialogState"]) == (True, "COMPLETED")


def test_the_skill_does_not_hear_of_the_end_of_a_session_that_it_heard_nothing_of() -> None:
    skill = Skill(ask())
    device = office(voyage(travel(asked("planet"), **ALWAYS)), skill)
    for leave in ("exit", "quit"):
        device.say("travel")
        assert device.say(leave).request is None
        assert device.session is None
    device.say("travel")
    assert device.silence().speech == "Elicit.planet?"
    assert (device.silence().heard.intent, device.session) == (None, None)
    assert skill.seen == []


def test_session_attributes_outlive_questions_of_alexas_own() -> None:
    skill = Skill(ask(attributes={"trip": 1}))
    device = office(voyage(travel(asked("planet"), asked("seats"), **ALWAYS)), skill)
    device.launch()
    device.say("travel")
    device.say("mars")
    device.say("two")
    assert skill.last["session"]["attributes"] == {"trip": 1}
    assert [event["request"]["type"] for event in skill.seen] == ["LaunchRequest", "IntentRequest"]


def test_what_a_skill_elicits_in_a_dialog_that_alexa_leads_comes_back_complete() -> None:
    elicits = ask(directives=[{"type": "Dialog.ElicitSlot", "slotToElicit": "seats"}])
    skill = Skill(elicits, tell())
    device = office(voyage(travel(asked("planet"), asked("seats", required=False), **ALWAYS)), skill)
    device.say("travel to mars")
    device.say("two")
    assert skill.last["request"]["dialogState"] == "COMPLETED"
    assert skill.last["request"]["intent"]["slots"]["seats"]["value"] == "2"


def test_prompts_vary_when_they_are_asked_again() -> None:
    prompt = {"id": "Elicit.seats", "variations": [{"value": "How many?"}, {"value": "How many seats?"}]}
    device = office(voyage(travel(asked("seats", confirmed=True)), prompts=[prompt]), Skill(_delegates))
    assert device.say("travel").speech == "How many?"
    device.say("two")
    assert device.say("no").speech == "How many seats?"


def test_yes_and_no_confirm_although_the_model_has_no_intents_for_them() -> None:
    device = office(voyage(travel(asked("seats", confirmed=True))), Skill(_delegates))
    device.say("book two seats")
    assert device.say("nope").speech == "Elicit.seats?"
    device.say("three")
    result = device.say("Yes!")
    assert (result.speech, result.heard.intent) == ("Away!", "TravelIntent")


def test_an_answer_that_is_neither_yes_nor_no_may_change_the_slot() -> None:
    skill = Skill(_delegates)
    device = office(voyage(travel(asked("seats", confirmed=True))), skill)
    device.say("book two seats")
    assert device.say("book four seats").speech == "Confirm.seats?"
    device.say("yes")
    assert skill.last["request"]["intent"]["slots"]["seats"]["value"] == "4"


def test_a_value_that_was_denied_is_forgotten() -> None:
    skill = Skill(_delegates)
    device = office(voyage(travel(asked("seats", confirmed=True), asked("planet", required=False))), skill)
    for said in ("book two seats", "no", "travel to mars"):
        device.say(said)
    slots = skill.last["request"]["intent"]["slots"]
    assert (slots["planet"]["value"], slots["seats"]) == ("mars", {"name": "seats", "confirmationStatus": "NONE"})


def test_an_intent_that_was_confirmed_stays_so_while_its_slots_are_asked() -> None:
    confirms = ask(directives=[{"type": "Dialog.ConfirmIntent"}])
    elicits = ask(directives=[{"type": "Dialog.ElicitSlot", "slotToElicit": "seats"}])
    skill = Skill(confirms, elicits, ask())
    device = office(voyage(travel(asked("seats"))), skill)
    for said in ("travel", "yes", "two"):
        device.say(said)
    assert skill.last["request"]["intent"]["confirmationStatus"] == "CONFIRMED"


def test_a_question_of_alexas_own_keeps_the_place_where_the_skill_stands() -> None:
    attributes = {"turn": {"asking": "where"}}
    device = office(voyage(travel(asked("planet"), **ALWAYS)), Skill(ask(attributes=attributes)))
    device.launch()
    assert device.say("travel").asking == "where"


def test_a_question_of_alexas_own_opens_the_microphone_again() -> None:
    draws = {"type": "Alexa.Presentation.APL.RenderDocument", "token": "a", "document": {"type": "APL"}}
    shown = {"version": "1.0", "response": {"directives": [draws]}}
    device = office(voyage(travel(asked("planet"), **ALWAYS)), Skill(shown), screen=True)
    assert device.launch().lingers
    assert device.say("Alexa, travel").open
    assert device.open


def test_today_is_that_of_the_place_where_the_device_stands() -> None:
    today = {"type": "isInDuration", "prompt": "Wrong", "start": "P0D", "end": "P0D"}
    late = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
    device = office(voyage(travel(asked("day", today))), Skill(_delegates), now=late)
    device.say("travel")
    assert device.say("march third twenty twenty six").speech == "Away!"


def test_a_slot_that_was_denied_and_that_alexa_has_no_words_for_is_left_to_the_skill() -> None:
    confirms = ask(directives=[{"type": "Dialog.ConfirmSlot", "slotToConfirm": "seats"}])
    skill = Skill(confirms, delegate(), ask())
    slot = asked("seats", required=False) | {"prompts": {}}
    device = office(voyage(travel(slot)), skill)
    device.say("book two seats")
    device.say("no")
    assert skill.last["request"]["dialogState"] == "COMPLETED"
    assert skill.last["request"]["intent"]["slots"]["seats"]["confirmationStatus"] == "DENIED"


NONSENSE = [None, 1, "a", [], [1], {"value": 1}, {"slotValue": 1}, {"slotValue": {"type": "List", "values": [1]}}]


@pytest.mark.parametrize("nonsense", [*NONSENSE, {"value": "mars", "resolutions": {"resolutionsPerAuthority": [1]}}])
def test_nonsense_in_an_updated_intent_never_raises(nonsense: object) -> None:
    answer = delegate()
    answer["response"]["directives"][0]["updatedIntent"] = {"name": "TravelIntent", "slots": {"planet": nonsense}}
    matches = {"type": "hasEntityResolutionMatch", "prompt": "Wrong"}
    model = voyage(travel(asked("planet", matches, confirmed=True)))
    assert office(model, Skill(answer), strict=False).launch().speech.endswith("?")
