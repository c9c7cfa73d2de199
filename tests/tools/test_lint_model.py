"""Mistakes that only a model kept by hand can have: found in the JSON, on their line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.tools.tiny import line_of, plant_and_build, write_json
from tools.interaction_model import ModelFile
from tools.lint.gather import lint
from tools.lint.model_size import size
from tools.lint.subject import Subject

Model = dict[str, Any]


class Mistake(NamedTuple):
    """What spoils the inside of the model, the rule that it breaks, and a text on the line that is to be named."""

    spoil: Callable[[Model], object]
    rule: str
    at: str


def _dialog_slot(model: Model) -> Model:
    slot: Model = model["dialog"]["intents"][0]["slots"][0]
    return slot


def _intent(name: str) -> Model:
    return {"name": name, "samples": [f"say {name.lower().replace('_', ' ')}"]}


MISTAKES = {
    "a dialog entry for an intent that is not there": Mistake(
        lambda model: model["dialog"]["intents"][0].update(name="TellTreeIntent"), "dialog-unknown", "TellTreeIntent"
    ),
    "a dialog entry for a slot that is not there": Mistake(
        lambda model: _dialog_slot(model).update(name="tree"), "dialog-unknown", '"name": "tree"'
    ),
    "a dialog slot of another type": Mistake(
        lambda model: _dialog_slot(model).update(type="Cup"),
        "dialog-unknown",
        '"name": "tea",',
    ),
    "an elicitation prompt that is not defined": Mistake(
        lambda model: _dialog_slot(model)["prompts"].update(elicitation="Ask.tea"), "prompt-undefined", "Ask.tea"
    ),
    "a confirmation prompt that is not defined": Mistake(
        lambda model: model["dialog"]["intents"][0]["prompts"].update(confirmation="Sure"), "prompt-undefined", "Sure"
    ),
    "a validation prompt that is not defined": Mistake(
        lambda model: _dialog_slot(model).update(
            validations=[{"type": "hasEntityResolutionMatch", "prompt": "No.tea"}]
        ),
        "prompt-undefined",
        "No.tea",
    ),
    "a slot name with two types": Mistake(
        lambda model: model["languageModel"]["intents"].append(
            {"name": "GrowIntent", "slots": [{"name": "tea", "type": "AMAZON.Food"}], "samples": ["grow {tea}"]}
        ),
        "slot-two-types",
        "AMAZON.Food",
    ),
    "samples of a built-in intent": Mistake(
        lambda model: model["languageModel"]["intents"][0].update(samples=["put the kettle off"]),
        "builtin-samples",
        "AMAZON.CancelIntent",
    ),
    "an intent defined twice": Mistake(
        lambda model: model["languageModel"]["intents"].append({"name": "LeaveIntent", "samples": ["be off"]}),
        "defined-twice",
        "LeaveIntent",
    ),
    "a digit in a slot's name": Mistake(
        lambda model: model["languageModel"]["intents"][-1].update(slots=[{"name": "tea2", "type": "Tea"}]),
        "slot-name",
        "tea2",
    ),
    "a digit in a type's name": Mistake(
        lambda model: model["languageModel"]["types"].append(
            {"name": "Pot2", "values": [{"name": {"value": "pot"}}]}
        ),
        "type-name",
        "Pot2",
    ),
    "a key that Amazon does not know": Mistake(
        lambda model: model["languageModel"].update(invocation="tea garden"), "shape", '"invocation": '
    ),
    "more than 250 intents": Mistake(
        lambda model: model["languageModel"]["intents"].extend(_intent("Tea" + "x" * count) for count in range(250)),
        "size",
        '"intents": [',
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_model_kept_by_hand_is_found_on_its_line(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    plant_and_build(tmp_path)
    data = json.loads((tmp_path / "interaction_models" / "en-US.json").read_text(encoding="utf-8"))
    mistake.spoil(data["interactionModel"])
    file = tmp_path / "interaction_models" / "en-CA.json"
    write_json(file, data)
    found = {finding for finding in lint(tmp_path) if finding.place.file == file}
    assert mistake.rule in {finding.rule for finding in found}
    text = file.read_text(encoding="utf-8").split("\n")
    assert any(mistake.at in text[finding.place.line - 1] for finding in found if finding.rule == mistake.rule)


def test_only_english_and_german_may_set_the_fallback_sensitivity(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    data = json.loads((tmp_path / "interaction_models" / "en-US.json").read_text(encoding="utf-8"))
    file = tmp_path / "interaction_models" / "fr-FR.json"
    write_json(file, data)
    found = {(finding.place.line, finding.rule) for finding in lint(tmp_path) if finding.place.file == file}
    assert (line_of(file, '"modelConfiguration"'), "fallback-sensitivity") in found
    assert (line_of(file, '"invocationName"'), "invocation-name") in found, "no word lists for French"


def test_json_that_is_none_is_a_finding_with_its_line(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    file = tmp_path / "interaction_models" / "fr-FR.json"
    file.write_text('{\n  "interactionModel": \n}', encoding="utf-8")
    assert [(finding.place.line, finding.rule) for finding in lint(tmp_path) if finding.place.file == file] == [
        (3, "shape")
    ]


def test_a_model_larger_than_amazon_takes_is_a_finding(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    text = (tmp_path / "interaction_models" / "en-US.json").read_text(encoding="utf-8")
    model = ModelFile.model_validate_json(text)
    assert list(size(Subject("en-US", model, 1_500_000))) == []
    assert [complaint.rule for complaint in size(Subject("en-US", model, 1_500_001))] == ["size"]


@pytest.mark.parametrize("name", ["skill/languages/en/heard.json", "interaction_models/en-GB.json"])
def test_a_generated_file_that_was_changed_by_hand_is_stale(name: str, tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    file = tmp_path / name
    file.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert [str(finding) for finding in lint(tmp_path)] == [
        f"{file}:1: stale: not what heard.yaml makes; run `python -m tools.build_models`"
    ]
