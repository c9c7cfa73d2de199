"""Dialog management: what Alexa keeps between turns, what she asks by herself, and what she drops."""

import pytest

from simulator.errors import ResponseRefused
from tests.simulator.tea import Json, Skill, ask, delegate, elicit, tea_device, tell


def _slots(skill: Skill) -> Json:
    slots: Json = skill.last["request"]["intent"]["slots"]
    return {name: slot.get("value") for name, slot in slots.items()}


def _confirm_slot(slot: str) -> Json:
    return ask(directives=[{"type": "Dialog.ConfirmSlot", "slotToConfirm": slot}])


def test_an_intent_with_a_dialog_starts_it_and_goes_on_with_it() -> None:
    skill = Skill(elicit())
    device = tea_device(skill)
    device.say("order tea")
    assert skill.last["request"]["dialogState"] == "STARTED"
    device.say("sencha")
    assert skill.last["request"]["intent"]["name"] == "OrderTeaIntent"
    assert skill.last["request"]["dialogState"] == "IN_PROGRESS"


def test_slots_of_further_turns_are_merged_with_those_already_filled() -> None:
    skill = Skill(elicit())
    device = tea_device(skill)
    device.say("bring me three cups")
    device.say("sencha")
    assert _slots(skill) == {"tea": "sencha", "cups": "3"}
    device.say("assam")
    assert _slots(skill) == {"tea": "assam", "cups": "3"}


def test_slots_are_not_kept_once_a_response_brings_no_dialog_directive() -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.say("bring me three cups")
    device.say("i want sencha")
    assert _slots(skill) == {"tea": "sencha", "cups": None}
    assert skill.last["request"]["dialogState"] == "STARTED"


def test_the_updated_intent_is_what_alexa_goes_on_with() -> None:
    updated = {"name": "OrderTeaIntent", "slots": {"cups": {"name": "cups", "value": "7"}}}
    skill = Skill(elicit(updatedIntent=updated))
    device = tea_device(skill)
    device.launch()
    device.say("sencha")
    assert skill.last["request"]["intent"]["name"] == "OrderTeaIntent"
    assert _slots(skill) == {"tea": "sencha", "cups": "7"}


def test_another_intent_while_a_slot_is_elicited_starts_on_its_own() -> None:
    skill = Skill(elicit(), ask())
    device = tea_device(skill)
    device.say("order tea")
    device.say("help")
    assert skill.last["request"]["intent"]["name"] == "AMAZON.HelpIntent"


def test_a_directive_for_an_intent_that_has_no_dialog_is_dropped_and_reported() -> None:
    device = tea_device(Skill(elicit(slot="thing")), strict=False)
    result = device.say("ask the seller about the size")
    assert [finding.rule for finding in result.findings] == ["dialog-dropped"]
    assert result.speech == "Which tea would you like?"
    assert device.open


def test_after_a_dropped_directive_nothing_is_elicited() -> None:
    skill = Skill(elicit(slot="cups"))
    device = tea_device(skill, strict=False)
    device.say("order tea")
    device.say("three")
    assert skill.last["request"]["intent"]["name"] == "AMAZON.FallbackIntent"


def test_a_directive_for_a_slot_that_the_dialog_lacks_is_dropped_and_raises_in_strict_use() -> None:
    device = tea_device(Skill(elicit(slot="cups")))
    with pytest.raises(ResponseRefused, match="the slot cups of OrderTeaIntent is not in the dialog section"):
        device.say("order tea")
    assert device.open


@pytest.mark.parametrize(("answer", "status"), [("yes", "CONFIRMED"), ("no", "DENIED")])
def test_yes_and_no_settle_the_confirmation_of_a_slot(answer: str, status: str) -> None:
    skill = Skill(_confirm_slot("tea"), ask())
    device = tea_device(skill)
    device.say("i want sencha")
    device.say(answer)
    intent = skill.last["request"]["intent"]
    assert intent["name"] == "OrderTeaIntent"
    assert intent["slots"]["tea"]["value"] == "sencha"
    assert intent["slots"]["tea"]["confirmationStatus"] == status
    assert skill.last["request"]["dialogState"] == "IN_PROGRESS"


def test_yes_settles_the_confirmation_of_an_intent() -> None:
    skill = Skill(ask(directives=[{"type": "Dialog.ConfirmIntent"}]), ask())
    device = tea_device(skill)
    device.say("i want sencha")
    device.say("yes")
    assert skill.last["request"]["intent"]["confirmationStatus"] == "CONFIRMED"


def test_yes_is_an_intent_of_its_own_when_nothing_is_to_be_confirmed() -> None:
    skill = Skill(elicit(), ask())
    device = tea_device(skill)
    device.say("order tea")
    device.say("yes")
    assert skill.last["request"]["intent"]["name"] == "AMAZON.YesIntent"


def _delegates_until_complete(event: Json) -> Json:
    return tell("Booked.") if event["request"].get("dialogState") == "COMPLETED" else delegate()


def test_a_delegated_dialog_is_asked_with_the_models_prompts_until_it_is_complete() -> None:
    skill = Skill(_delegates_until_complete)
    device = tea_device(skill)
    first = device.say("book a table")
    assert (first.speech, first.reprompt, first.open) == ("For which day?", "For which day?", True)
    assert device.say("tomorrow").speech == "How many people will come?"
    assert device.say("four").speech == "4 people, right?"
    assert device.say("no").speech == "How many people will come?"
    assert device.say("five").speech == "5 people, right?"
    assert device.say("yes").speech == "A table for 5 on 2026-03-05, right?"
    last = device.say("yes")
    assert (last.speech, last.open) == ("Booked.", False)
    assert _slots(skill) == {"day": "2026-03-05", "guests": "5"}
    assert skill.last["request"]["dialogState"] == "COMPLETED"
    assert skill.last["request"]["intent"]["confirmationStatus"] == "CONFIRMED"


def test_silence_repeats_a_prompt_of_alexas_own() -> None:
    device = tea_device(Skill(delegate()))
    device.say("book a table")
    assert device.silence().speech == "For which day?"
