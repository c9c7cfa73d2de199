"""SMAPI's own specification over the models and the manifest: passes for ours, finds what is planted."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.tools.tiny import line_of, manifest, plant_and_build, write_json
from tools.smapi_schema import MANIFEST, MODEL, Schema, SpecMissing, corrected, read_definitions, validator
from tools.smapi_spec import check, check_project, main

ROOT = Path(__file__).resolve().parents[2]
Json = dict[str, Any]


class Mistake(NamedTuple):
    """What spoils the file, and a text on the line that is to be named."""

    spoil: Callable[[Json], object]
    at: str


def _dialog_slot(model: Json) -> Json:
    slot: Json = model["dialog"]["intents"][0]["slots"][0]
    return slot


IN_A_MODEL = {
    "no invocation name": Mistake(lambda model: model["languageModel"].pop("invocationName"), '"languageModel": {'),
    "a misspelt key": Mistake(lambda model: model["languageModel"].update(intent=[]), '"languageModel": {'),
    "samples that are one text": Mistake(
        lambda model: model["languageModel"]["intents"][-1].update(samples="tea"), '"samples": "tea"'
    ),
    "a sensitivity that does not exist": Mistake(
        lambda model: model["languageModel"].update(
            modelConfiguration={"fallbackIntentSensitivity": {"level": "TOP"}}
        ),
        '"level": "TOP"',
    ),
    "a dialog slot without prompts": Mistake(lambda model: _dialog_slot(model).pop("prompts"), "{"),
    "a validation of no known kind": Mistake(
        lambda model: _dialog_slot(model).update(validations=[{"type": "isTasty", "prompt": "No.tea"}]),
        '"type": "isTasty"',
    ),
    "a validation that lacks its values": Mistake(
        lambda model: _dialog_slot(model).update(validations=[{"type": "isInSet", "prompt": "No.tea"}]), "{"
    ),
    "a prompt of no known type": Mistake(
        lambda model: model.update(prompts=[{"id": "Ask.tea", "variations": [{"type": "Song", "value": "Tea?"}]}]),
        '"type": "Song"',
    ),
}
IN_THE_MANIFEST = {
    "an endpoint without https": Mistake(
        lambda data: data["apis"]["custom"]["endpoint"].update(uri="http://tea.example.org"), '"uri": "http:'
    ),
    "a kind of certificate that does not exist": Mistake(
        lambda data: data["apis"]["custom"]["endpoint"].update(sslCertificateType="Good"), '"Good"'
    ),
    "a permission that does not exist": Mistake(
        lambda data: data.update(permissions=[{"name": "alexa::tea:read"}]), "alexa::tea:read"
    ),
    "a misspelt key": Mistake(lambda data: data["publishingInformation"].update(categry="FOOD"), "publishingInf"),
    "a text where true or false should be": Mistake(
        lambda data: data["privacyAndCompliance"].update(containsAds="no"), '"containsAds": "no"'
    ),
    "an interface of no known type": Mistake(
        lambda data: data["apis"]["custom"].update(interfaces=[{"type": "TEA_PRESENTATION"}]), "TEA_PRESENTATION"
    ),
    "a summary that is too long": Mistake(
        lambda data: data["publishingInformation"]["locales"]["en-US"].update(summary="tea " * 41), "tea tea"
    ),
}


@pytest.fixture(scope="module")
def definitions() -> dict[str, Schema]:
    """SMAPI's definitions; the tests that ask for them fail where the npm package is not installed."""
    return read_definitions(ROOT)


@pytest.mark.real
def test_smapi_allows_every_model_and_the_manifest_of_the_project() -> None:
    assert len(list(ROOT.glob("interaction_models/*.json"))) == 6
    assert check_project(ROOT) == []


@pytest.mark.real
def test_smapi_allows_the_small_skill(tmp_path: Path, definitions: dict[str, Schema]) -> None:
    plant_and_build(tmp_path)
    assert check(tmp_path / "skill.json", MANIFEST, definitions) == []
    assert check(tmp_path / "interaction_models" / "en-US.json", MODEL, definitions) == []


@pytest.mark.real
@pytest.mark.parametrize("name", IN_A_MODEL)
def test_smapi_finds_a_mistake_in_a_model_on_its_line(
    name: str, tmp_path: Path, definitions: dict[str, Schema]
) -> None:
    plant_and_build(tmp_path)
    file = tmp_path / "interaction_models" / "en-US.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    IN_A_MODEL[name].spoil(data["interactionModel"])
    _found_on_its_line(file, data, MODEL, IN_A_MODEL[name].at, definitions)


@pytest.mark.real
@pytest.mark.parametrize("name", IN_THE_MANIFEST)
def test_smapi_finds_a_mistake_in_the_manifest_on_its_line(
    name: str, tmp_path: Path, definitions: dict[str, Schema]
) -> None:
    data = manifest()
    IN_THE_MANIFEST[name].spoil(data["manifest"])
    _found_on_its_line(tmp_path / "skill.json", data, MANIFEST, IN_THE_MANIFEST[name].at, definitions)


def _found_on_its_line(file: Path, data: Json, definition: str, at: str, definitions: dict[str, Schema]) -> None:
    write_json(file, data)
    lines = file.read_text(encoding="utf-8").split("\n")
    found = check(file, definition, definitions)
    assert [finding.rule for finding in found] == ["smapi"]
    assert at in lines[found[0].place.line - 1]


def test_without_the_npm_package_the_command_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SpecMissing):
        read_definitions(tmp_path)
    assert main(["--root", str(tmp_path)]) == 2
    assert "`make test-real` installs it" in capsys.readouterr().err


def test_json_that_is_none_is_found_on_its_line(tmp_path: Path) -> None:
    file = tmp_path / "skill.json"
    file.write_text('{\n  "manifest": \n}', encoding="utf-8")
    assert [str(finding).partition(": smapi: ")[0] for finding in check(file, MANIFEST, {})] == [f"{file}:3"]


SPEC: dict[str, Schema] = {
    "Drink": {"type": "object", "discriminator": "kind", "required": ["kind"], "properties": {"kind": {}}},
    "Tea": {
        "x-discriminator-value": "tea",
        "allOf": [
            {"$ref": "#/definitions/Drink"},
            {"type": "object", "required": ["leaf"], "properties": {"leaf": {"type": "string"}}},
        ],
    },
    "Water": {"x-discriminator-value": "water", "allOf": [{"$ref": "#/definitions/Drink"}]},
    "Order": {
        "type": "object",
        "properties": {"drinks": {"type": "array", "items": {"$ref": "#/definitions/Drink"}}},
    },
}


@pytest.mark.parametrize(
    ("drink", "allowed"),
    [
        ({"kind": "tea", "leaf": "sencha"}, True),
        ({"kind": "water"}, True),
        ({"kind": "water", "leaf": "sencha"}, False),
        ({"kind": "tea"}, False),
        ({"kind": "mud"}, False),
        ({"leaf": "sencha"}, False),
    ],
)
def test_a_definition_with_a_discriminator_becomes_one_of_its_subtypes(drink: Json, allowed: bool) -> None:
    assert validator(corrected(SPEC), "Order").is_valid({"drinks": [drink]}) is allowed
    assert not validator(corrected(SPEC), "Order").is_valid({"drink": []}), "objects are closed"


def test_the_errors_line_is_that_of_the_planted_key(tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    write_json(file, {"drinks": [{"kind": "water"}, {"kind": "tea", "leaf": 3}]})
    assert [finding.place.line for finding in check(file, "Order", corrected(SPEC))] == [line_of(file, '"leaf": 3')]
