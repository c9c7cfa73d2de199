"""A skill that goes over from one intent to another (intent chaining), and one that goes round in circles."""

import pytest

from simulator.errors import ResponseRefused
from tests.simulator.dialogs.voyage import asked, office, travel, voyage
from tests.simulator.tea import Json, Skill, ask, tell

TRAVEL = travel(asked("planet"))


def _over_to(intent: str) -> Json:
    directive = {"type": "Dialog.Delegate", "updatedIntent": {"name": intent, "slots": {}}}
    return {"version": "1.0", "response": {"directives": [directive]}}


def test_a_launch_can_begin_a_dialog() -> None:
    skill = Skill(_over_to("TravelIntent"), tell())
    device = office(voyage(TRAVEL), skill)
    assert device.say("open space office").speech == "Elicit.planet?"
    device.say("mars")
    assert skill.last["request"]["intent"]["slots"]["planet"]["value"] == "mars"
    assert skill.last["request"]["dialogState"] == "IN_PROGRESS"


def test_a_complete_dialog_can_go_over_to_another_intent() -> None:
    skill = Skill(_over_to("TravelIntent"), _over_to("OfferIntent"), ask())
    device = office(voyage(travel(asked("planet", required=False))), skill)
    device.launch()
    assert [event["request"].get("dialogState") for event in skill.seen] == [None, "COMPLETED", "COMPLETED"]
    assert skill.last["request"]["intent"]["name"] == "OfferIntent"


def test_an_intent_without_a_dialog_is_handed_on_at_once() -> None:
    skill = Skill(_over_to("OfferIntent"), ask("Mars."))
    assert office(voyage(TRAVEL), skill).launch().speech == "Mars."
    assert skill.last["request"]["intent"] == {"name": "OfferIntent", "confirmationStatus": "NONE"}


@pytest.mark.parametrize("intent", ["AMAZON.HelpIntent", "SwimIntent"])
def test_nothing_goes_over_to_a_built_in_or_a_missing_intent(intent: str) -> None:
    device = office(voyage(TRAVEL), Skill(_over_to(intent), ask()))
    with pytest.raises(ResponseRefused, match=f"drops the Dialog.Delegate .* {intent}"):
        device.launch()


def test_without_a_dialog_section_nothing_goes_over() -> None:
    with pytest.raises(ResponseRefused, match="dialog-dropped"):
        office(voyage(), Skill(_over_to("OfferIntent"), ask())).launch()


def test_a_skill_that_only_delegates_is_stopped() -> None:
    skill = Skill(lambda event: _over_to("OfferIntent" if _is_travel(event) else "TravelIntent"))
    device = office(voyage(travel(asked("planet", required=False))), skill, strict=False)
    result = device.say("travel")
    assert [finding.rule for finding in result.findings] == ["endpoint"]
    assert skill.last["request"]["error"]["type"] == "INVALID_RESPONSE"
    assert (device.session, len(skill.seen)) == (None, 12)


def _is_travel(event: Json) -> bool:
    name: str = event["request"]["intent"]["name"]
    return name == "TravelIntent"


def test_what_was_found_before_a_dialog_was_complete_is_not_lost() -> None:
    answer = _over_to("OfferIntent")
    unheard = {"name": "Moon", "values": [{"name": {"value": "luna"}}]}
    update = {"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "REPLACE", "types": [unheard]}
    answer["response"]["directives"].append(update)
    result = office(voyage(TRAVEL), Skill(answer, ask()), strict=False).launch()
    assert [finding.rule for finding in result.findings] == ["dynamic-unheard"]
