"""tests/hearing as annotation sets."""

import json
from pathlib import Path

import pytest

from simulator.smapi.annotations import MOST_ANNOTATIONS, read_json
from tests.simulator.tea import MODELS
from tools.hearing.utterances import LANGUAGES, START, held_back, read_utterances
from tools.nlu_annotations import annotation_sets, main


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_utterance_that_answers_no_question_and_is_not_held_back_is_there_once(language: str) -> None:
    sets = annotation_sets(language)
    assert sets[0].locale == LANGUAGES[language]
    wanted = [
        said.say
        for position, said in enumerate(read_utterances(language))
        if said.while_ == START and not held_back(position)
    ]
    assert sorted(one["inputs"]["utterance"] for each in sets for one in each.annotations) == sorted(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_service_takes_them(language: str) -> None:
    for _, annotations in annotation_sets(language):
        assert len(read_json({"data": annotations})) == len(annotations) <= MOST_ANNOTATIONS


SAID = """
- {say: a table for friday, while: start, intent: BookTableIntent, slots: {day: [2026-11-27, 2026-W48], guests: ""}}
- {say: sencha, while: item, intent: OrderTeaIntent}
- {say: the other one, while: start, intent: [OrderTeaIntent, BookTableIntent], slots: {tea: green}}
"""


def test_whatever_is_acceptable_is_expected_of_each_intent_that_has_the_slot(tmp_path: Path) -> None:
    (tmp_path / "tests" / "hearing").mkdir(parents=True)
    (tmp_path / "tests" / "hearing" / "en.yaml").write_text(SAID, encoding="utf-8")
    (tmp_path / "interaction_models").symlink_to(MODELS)
    ((locale, annotations),) = annotation_sets("en", tmp_path)
    assert locale == "en-US"
    day, other = annotations
    assert day["inputs"] == {"utterance": "a table for friday", "referenceTimestamp": "2026-11-23T12:00:00.000Z"}
    assert [one["intent"]["slots"] for one in day["expected"]] == [
        {"day": {"value": "2026-11-27"}, "guests": {"value": ""}},
        {"day": {"value": "2026-W48"}, "guests": {"value": ""}},
    ]
    assert [one["intent"] for one in other["expected"]] == [
        {"name": "OrderTeaIntent", "slots": {"tea": {"value": "green"}}},
        {"name": "BookTableIntent", "slots": {}},
    ]


def test_the_program_writes_a_file_for_each_locale(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["en", "--into", str(tmp_path)]) == 0
    written = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in tmp_path.glob("*.json")}
    assert {"en-US", "en-GB"} <= set(written)
    assert f"{len(written['en-US']['data'])} annotations" in capsys.readouterr().out
