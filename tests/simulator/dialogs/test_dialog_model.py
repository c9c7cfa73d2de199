"""A dialog section that cannot work is refused when it is read, with a word about what to mend."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from simulator.models.interaction_model import InteractionModel
from tests.simulator.dialogs.voyage import asked, travel, voyage


def _refused(*dialog: dict[str, Any], strategy: str | None = None) -> str:
    with pytest.raises(ValidationError) as caught:
        voyage(*dialog, strategy=strategy)
    return str(caught.value)


def _seats(**validation: Any) -> dict[str, Any]:
    return travel(asked("seats", {"prompt": "Wrong", **validation}))


def test_a_dialog_of_an_intent_that_is_not_there() -> None:
    assert "there is no intent SwimIntent" in _refused({"name": "SwimIntent"})


def test_a_dialog_slot_that_the_intent_has_in_another_type_or_not_at_all() -> None:
    assert "TravelIntent has no slot seats of the type Planet" in _refused(
        travel(asked("seats") | {"type": "Planet"})
    )
    assert "no slot crew" in _refused(travel(asked("seats") | {"name": "crew"}))


def test_a_prompt_that_is_not_there() -> None:
    assert "names the prompt Elicit.crew" in _refused(
        travel(asked("seats") | {"prompts": {"elicitation": "Elicit.crew"}})
    )


@pytest.mark.parametrize("kind", ["elicitation", "confirmation"])
def test_something_to_ask_without_words_for_it(kind: str) -> None:
    slot = asked("seats", confirmed=True)
    del slot["prompts"][kind]
    assert f"prompts has no {kind}" in _refused(travel(slot))
    assert "prompts has no confirmation" in _refused(travel(confirmationRequired=True, prompts={}))


def test_a_strategy_that_does_not_exist() -> None:
    assert "ALWAYS" in _refused(travel(asked("seats")), strategy="SOMETIMES")


def test_a_validation_that_does_not_exist_or_lacks_what_it_compares_with() -> None:
    assert "isGreaterThan" in _refused(_seats(type="isBetween"))
    assert "value" in _refused(_seats(type="isLessThan"))
    assert "values" in _refused(_seats(type="isInSet", values=[]))
    assert "has neither start nor end" in _refused(_seats(type="isInDuration"))


def test_a_comparison_that_the_slots_type_does_not_allow() -> None:
    assert "seats isLessThan 'many': AMAZON.NUMBER cannot be" in _refused(_seats(type="isLessThan", value="many"))
    span = {"prompt": "Wrong", "type": "isInDuration", "start": "soon"}
    assert "day isInDuration 'soon'" in _refused(travel(asked("day", span)))


def test_a_literal_slot_has_no_dialog() -> None:
    assert "AMAZON.LITERAL" in _refused(travel(asked("seats") | {"type": "AMAZON.LITERAL"}))


def test_a_prompt_is_plain_text_unless_it_says_otherwise() -> None:
    model = voyage(prompts=[{"id": "Wrong", "variations": [{"value": "No."}]}])
    assert isinstance(model, InteractionModel)
    assert [one.variations[0].type for one in model.prompts if one.id == "Wrong"] == ["PlainText"]


def test_what_amazons_own_exports_add_is_read(tmp_path: Path) -> None:
    intent = {"name": "SwimIntent", "samples": ["swim"], "generatedBy": "a console"}
    types = [{"name": "Pool", "generatedBy": "a console"}]
    language = {"invocationName": "pool office", "intents": [intent], "types": types}
    file = {"interactionModel": {"languageModel": language}, "version": "7", "description": "of last week"}
    path = tmp_path / "en-US.json"
    path.write_text(json.dumps(file))
    assert InteractionModel.read(path).language_model.intents[0].samples == ("swim",)
