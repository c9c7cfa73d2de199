"""From heard.yaml to the interaction models and to the skill's own word lists."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tools.tiny import HEARD, heard_file, line_of, plant, plant_and_build
from tools.build_models import main
from tools.free_text import number_words


def _language_model(root: Path, locale: str) -> dict[str, Any]:
    data = json.loads((root / "interaction_models" / f"{locale}.json").read_text(encoding="utf-8"))
    model: dict[str, Any] = data["interactionModel"]["languageModel"]
    return model


def _intent(root: Path, locale: str, name: str) -> dict[str, Any]:
    return next(intent for intent in _language_model(root, locale)["intents"] if intent["name"] == name)


def test_templates_become_samples_in_their_order(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    assert _intent(tmp_path, "en-US", "OrderIntent")["samples"] == [
        "order tea",
        "i want a {cup} {tea}",
        "give me a {cup} {tea}",
        "i want tea on {day}",
        "give me tea on {day}",
    ]


def test_a_region_adds_its_own_samples_and_synonyms_and_leaves_the_others_alone(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    assert _intent(tmp_path, "en-GB", "OrderIntent")["samples"][-1] == "a cuppa please"
    assert "a cuppa please" not in _intent(tmp_path, "en-US", "OrderIntent")["samples"]
    assert _language_model(tmp_path, "en-GB")["types"][0]["values"][1] == {
        "id": "black",
        "name": {"value": "black tea", "synonyms": ["assam", "builders tea"]},
    }


def test_only_an_intent_that_is_elicited_has_slot_samples_and_a_dialog_entry(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    assert "samples" not in _intent(tmp_path, "en-US", "OrderIntent")["slots"][0]
    assert _intent(tmp_path, "en-US", "TellTeaIntent")["slots"][0]["samples"] == ["{tea}", "a {tea}"]
    data = json.loads((tmp_path / "interaction_models" / "en-US.json").read_text(encoding="utf-8"))
    dialog = data["interactionModel"]["dialog"]
    assert dialog["delegationStrategy"] == "SKILL_RESPONSE"
    assert [entry["name"] for entry in dialog["intents"]] == ["TellTeaIntent", "NoteIntent"]
    assert dialog["intents"][0]["slots"] == [
        {"name": "tea", "type": "Tea", "elicitationRequired": False, "confirmationRequired": False, "prompts": {}}
    ]


def test_built_in_intents_come_first_and_have_no_samples(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    assert _language_model(tmp_path, "en-US")["intents"][0] == {"name": "AMAZON.CancelIntent", "samples": []}


def test_the_skills_own_words_hold_digits_repeats_and_control_phrases(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    words = json.loads(heard_file(tmp_path).with_suffix(".json").read_text(encoding="utf-8"))
    assert words["digits"]["oh"] == "0"
    assert words["digits"]["twenty one"] == words["digits"]["twenty-one"] == "21"
    assert words["repeats"] == {"double": 2}
    assert words["control"] == {
        "stop": "AMAZON.StopIntent",
        "that will do": "AMAZON.StopIntent",
        "leave it": "LeaveIntent",
        "let it be": "LeaveIntent",
    }


def test_every_number_below_a_hundred_has_a_word_in_both_languages() -> None:
    for language, word in (("en", "ninety-nine"), ("de", "neunundneunzig")):
        words = number_words(language)
        assert set(words.values()) == {str(number) for number in range(100)}
        assert words[word] == "99"


def test_building_twice_gives_the_same_files(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    files = sorted(tmp_path.glob("interaction_models/*.json"))
    before = [file.read_bytes() for file in files]
    for file in files:
        file.unlink()
    plant_and_build(tmp_path)
    assert [file.read_bytes() for file in files] == before
    assert all(text.endswith(b"}\n") for text in before)


def test_check_names_the_stale_file_and_the_command_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant_and_build(tmp_path)
    assert main(["--check", "--root", str(tmp_path)]) == 0
    plant(tmp_path, HEARD.replace("- order tea", "- bring tea"))
    assert main(["--check", "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"interaction_models/{locale}.json: stale; run `python -m tools.build_models` and commit the result"
        for locale in ("en-US", "en-GB")
    ]
    assert "order tea" in _intent(tmp_path, "en-US", "OrderIntent")["samples"]


def test_a_model_that_nothing_builds_any_more_is_stale_and_is_removed(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    left_over = tmp_path / "interaction_models" / "en-ZZ.json"
    left_over.write_text("{}", encoding="utf-8")
    assert main(["--check", "--root", str(tmp_path)]) == 1
    assert main(["--root", str(tmp_path)]) == 0
    assert not left_over.exists()


def test_a_mistake_stops_the_build_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, HEARD.replace("(leave it|let it be)", "(leave it|let"))
    assert main(["--root", str(tmp_path)]) == 1
    file = heard_file(tmp_path)
    assert capsys.readouterr().err.startswith(f"{file}:{line_of(file, '(leave it|let')}: the template ")
    assert not (tmp_path / "interaction_models").exists()
