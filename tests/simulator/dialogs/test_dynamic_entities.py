"""Values that a skill adds to its slot types for a while."""

from datetime import timedelta

from simulator.envelope import SKILL_ID
from tests.simulator.dialogs.voyage import asked, office, travel, voyage
from tests.simulator.tea import Json, Skill, ask, tell

STATIC = f"amzn1.er-authority.echo-sdk.{SKILL_ID}.Planet"
DYNAMIC = f"amzn1.er-authority.echo-sdk.dynamic.{SKILL_ID}.Planet"


def _update(*values: str, behavior: str = "REPLACE", slot_type: str = "Planet", **name: object) -> Json:
    entities = [{"id": f"id of {value}", "name": {"value": value, **name}} for value in values]
    types = [{"name": slot_type, "values": entities}] if values else None
    return {"type": "Dialog.UpdateDynamicEntities", "updateBehavior": behavior, "types": types}


def _found(skill: Skill) -> dict[str, list[str]]:
    """The ids that each authority found for the planet, by authority."""
    slot = skill.last["request"]["intent"]["slots"]["planet"]
    assert slot["resolutions"] == slot["slotValue"]["resolutions"]
    return {
        entry["authority"]: [value["value"]["id"] for value in entry.get("values", ())]
        for entry in slot["resolutions"]["resolutionsPerAuthority"]
    }


def _says(said: str, *updates: Json) -> dict[str, list[str]]:
    skill = Skill(*(ask(directives=[update]) for update in updates), ask())
    device = office(voyage(), skill)
    for _ in updates:
        device.launch()
    device.say(said)
    return _found(skill)


def test_a_value_is_found_in_the_model_among_the_entities_or_in_both() -> None:
    update = _update("pluto", "mars")
    assert _says("travel to venus", update) == {STATIC: ["venus"], DYNAMIC: []}
    assert _says("travel to pluto", update) == {STATIC: [], DYNAMIC: ["id of pluto"]}
    assert _says("travel to mars", update) == {STATIC: ["mars"], DYNAMIC: ["id of mars"]}
    assert _says("travel to earth", update) == {STATIC: [], DYNAMIC: []}


def test_synonyms_count() -> None:
    assert _says("travel to the ice world", _update("pluto", synonyms=["the ice world"]))[DYNAMIC] == ["id of pluto"]


def test_replacing_forgets_what_was_there_and_clearing_forgets_all() -> None:
    assert _says("travel to pluto", _update("pluto"), _update("ceres")) == {STATIC: [], DYNAMIC: []}
    assert _says("travel to pluto", _update("pluto"), _update(behavior="CLEAR")) == {STATIC: []}
    assert _says("travel to pluto", _update("pluto", behavior="CLEAR")) == {STATIC: []}


def test_a_slot_of_another_type_is_resolved_by_the_model_alone() -> None:
    skill = Skill(ask(directives=[_update("pluto")]), ask())
    device = office(voyage(), skill)
    device.launch()
    device.say("travel to pluto in a round cabin")
    assert _found(skill)[DYNAMIC] == ["id of pluto"]
    cabin = skill.last["request"]["intent"]["slots"]["cabin"]
    assert len(cabin["resolutions"]["resolutionsPerAuthority"]) == 1


def test_an_entity_is_heard_where_unknown_words_would_not_be() -> None:
    name = "the little green rock behind the big old red moon"
    skill = Skill(ask(), ask(directives=[_update(name)]), ask())
    device = office(voyage(), skill)
    device.launch()
    device.say(f"travel to {name}")
    assert skill.last["request"]["intent"]["name"] == "AMAZON.FallbackIntent"
    device.say(f"travel to {name}")
    assert _found(skill)[DYNAMIC] == [f"id of {name}"]


def test_the_result_shows_the_id_that_was_found() -> None:
    skill = Skill(ask(directives=[_update("pluto")]), ask())
    device = office(voyage(), skill)
    device.launch()
    heard = device.say("travel to pluto").heard.slots["planet"]
    assert heard.resolution
    assert heard.resolution.values == (("pluto", "id of pluto"),)


def test_a_built_in_type_takes_entities_too() -> None:
    skill = Skill(ask(directives=[_update("a dozen", slot_type="AMAZON.NUMBER")]), ask())
    device = office(voyage(), skill)
    device.launch()
    device.say("book a dozen seats")
    assert skill.last["request"]["intent"]["slots"]["seats"]["value"] == "a dozen"


def test_entities_outlive_the_session_but_not_half_an_hour() -> None:
    skill = Skill(tell(directives=[_update("pluto")]), ask())
    device = office(voyage(), skill)
    device.launch()
    device.later(timedelta(minutes=30))
    device.say("travel to pluto")
    assert DYNAMIC in _found(skill)
    device.later(timedelta(seconds=1))
    device.say("travel to pluto")
    assert _found(skill) == {STATIC: []}


def test_a_response_that_is_refused_changes_no_entities() -> None:
    skill = Skill(tell("Where to?", directives=[_update("pluto")]), ask())
    device = office(voyage(), skill, strict=False)
    device.launch()
    device.say("travel to pluto")
    assert _found(skill) == {STATIC: []}


def test_entities_of_a_type_that_the_model_lacks_are_reported_and_never_heard() -> None:
    skill = Skill(ask(directives=[_update("luna", slot_type="Moon")]), ask())
    device = office(voyage(), skill, strict=False)
    assert [finding.rule for finding in device.launch().findings] == ["dynamic-unheard"]
    assert device.open


def test_an_entity_is_heard_while_its_slot_is_elicited() -> None:
    elicits = {"type": "Dialog.ElicitSlot", "slotToElicit": "planet", "updatedIntent": {"name": "TravelIntent"}}
    skill = Skill(ask(directives=[elicits, _update("pluto")]), ask())
    device = office(voyage(travel(asked("planet"))), skill)
    device.launch()
    device.say("pluto")
    assert _found(skill)[DYNAMIC] == ["id of pluto"]


def test_an_entity_without_words_is_never_heard() -> None:
    assert _says("travel to mars", _update("", " ", "pluto")) == {STATIC: ["mars"], DYNAMIC: []}


def test_the_model_stays_as_it_was() -> None:
    model = voyage()
    before = model.model_dump()
    office(model, Skill(ask(directives=[_update("pluto")]))).launch()
    assert model.model_dump() == before
