"""Reading interaction models."""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.models.interaction_model import InteractionModel, ModelUnreadable, slots_in
from tests.simulator.ears.toy import model


def _written(folder: Path, **language_model: Any) -> Path:
    parts = {"invocationName": "parcel guide", "intents": [{"name": "A", "samples": ["a"]}], "types": []}
    path = folder / "en-US.json"
    path.write_text(json.dumps({"interactionModel": {"languageModel": parts | language_model}}))
    return path


def test_a_model_is_read_with_its_dialog_and_prompts() -> None:
    read = model()
    assert read.language_model.invocation_name == "parcel guide"
    lost = next(intent for intent in read.language_model.intents if intent.name == "LostIntent")
    assert [slot.type for slot in lost.slots] == ["Item", "AMAZON.DATE", "Urgency"]
    assert read.language_model.types[0].values[1].name.synonyms == ("echo dot",)
    assert read.dialog
    assert read.dialog.intents[0].slots[0].prompts.elicitation == read.prompts[0].id


def test_a_model_needs_neither_dialog_nor_types(tmp_path: Path) -> None:
    read = InteractionModel.read(_written(tmp_path))
    assert (read.dialog, read.prompts, read.language_model.types) == (None, (), ())


def test_slots_of_a_sample_come_in_its_order() -> None:
    assert slots_in("my {item} from {ordered}") == ("item", "ordered")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match=r"en-US\.json: cannot be read .*build the models"):
        InteractionModel.read(tmp_path / "en-US.json")


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "en-US.json"
    path.write_text("{")
    with pytest.raises(ModelUnreadable, match=r"en-US\.json: not an interaction model"):
        InteractionModel.read(path)


def test_a_bare_model_without_its_wrapper_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "en-US.json"
    path.write_text('{"languageModel": {}}')
    with pytest.raises(ModelUnreadable, match="interactionModel: Field required"):
        InteractionModel.read(path)


def _intent(**parts: Any) -> list[dict[str, Any]]:
    return [{"name": "A", "samples": ["a"]} | parts]


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"intents": []}, "intents"),
        ({"intents": _intent(sample=["b"])}, r"intents\.0\.sample: Extra inputs"),
        ({"intents": _intent(samples=["my {item}"])}, r"A: the sample .my \{item\}. uses \{item\}"),
        ({"intents": _intent() * 2}, "the intent A is there twice"),
        ({"intents": _intent(slots=[{"name": "item", "type": "Item"}])}, "slot item has the type Item"),
        ({"types": [{"name": "Item"}, {"name": "Item"}]}, "the slot type Item is there twice"),
    ],
)
def test_what_breaks_the_schema_is_said_with_its_place(parts: dict[str, Any], fault: str, tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable, match=fault):
        InteractionModel.read(_written(tmp_path, **parts))
