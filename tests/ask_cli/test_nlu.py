"""What people say (tests/hearing) as annotation sets, uploaded and evaluated by the real ASK CLI."""

import json
from pathlib import Path

import pytest

from simulator.envelope import SKILL_ID
from tests.ask_cli.cli import Cli
from tools.hearing.utterances import LANGUAGES
from tools.nlu_annotations import annotation_sets

pytestmark = pytest.mark.real

FLOORS = {"en": 0.93, "de": 0.94}
"""The least share of the annotations that pass; a little below what is reached."""


def _uploaded(ask: Cli, locale: str, file: Path, kind: str) -> str:
    made = ask.smapi("create-nlu-annotation-set", "--locale", locale, "--name", file.stem)["id"]
    ask.smapi(
        "update-annotations-for-nlu-annotation-sets",
        *("--annotation-id", made, "--content-type", kind),
        *("--update-nlu-annotation-set-annotations-request", f"file:{file}"),
    )
    return str(made)


def _evaluated(ask: Cli, locale: str, annotation_set: str) -> str:
    evaluation: str = ask.smapi(
        "create-nlu-evaluations", "--locale", locale, "--source-annotation-id", annotation_set
    )["id"]
    return evaluation


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_say_is_evaluated_and_each_failure_names_both_intents(language: str, ask: Cli) -> None:
    locale, annotations = annotation_sets(language)[0]
    file = ask.folder / f"{locale}.json"
    file.write_text(json.dumps({"data": annotations}), encoding="utf-8")
    evaluation = _evaluated(ask, locale, _uploaded(ask, locale, file, "application/json"))
    results = ask.smapi("get-result-for-nlu-evaluations", "--evaluation-id", evaluation)
    assert results["paginationContext"]["totalCount"] == str(len(annotations))
    assert 1 - results["totalFailed"] / len(annotations) >= FLOORS[language]
    failed = [case for case in results["testCases"] if case["status"] == "FAILED"]
    assert len(failed) == results["totalFailed"]
    for case in failed:
        assert case["actual"]["intent"]["name"]
        assert case["expected"][0]["intent"]["name"]


def test_a_csv_file_is_uploaded_read_back_listed_and_deleted(ask: Cli) -> None:
    file = ask.folder / "some.csv"
    file.write_text(
        "utterance,referenceTimestamp,intent,slot[item]\n"
        "my kettle never arrived,,LostPackageIntent,kettle\n"
        "my kettle never arrived,,DeviceHelpIntent,\n",
        encoding="utf-8",
    )
    made = _uploaded(ask, "en-US", file, "text/csv")
    kept = ask.smapi("get-annotations-for-nlu-annotation-sets", "--annotation-id", made, "--accept", "text/csv")
    assert kept.strip() == file.read_text(encoding="utf-8").strip()
    evaluation = _evaluated(ask, "en-US", made)
    assert ask.smapi("get-nlu-evaluation", "--evaluation-id", evaluation)["status"] == "FAILED"
    wanted = ("--evaluation-id", evaluation, "--test-case-status", "FAILED")
    (failed,) = ask.smapi("get-result-for-nlu-evaluations", *wanted)["testCases"]
    assert failed["expected"][0]["intent"]["name"] == "DeviceHelpIntent"
    assert failed["actual"]["intent"]["name"] == "LostPackageIntent"
    listed = ask.smapi("list-nlu-evaluations", "--annotation-id", made)["evaluations"]
    assert [one["id"] for one in listed] == [evaluation]
    ask.smapi("update-properties-for-nlu-annotation-sets", "--annotation-id", made, "--name", "kettles")
    sets = ask.smapi("list-nlu-annotation-sets", "--locale", "en-US")["annotationSets"]
    assert sets[0] | {"updatedTimestamp": ""} == {
        "annotationId": made,
        "locale": "en-US",
        "name": "kettles",
        "numberOfEntries": 2,
        "updatedTimestamp": "",
    }
    ask.smapi("delete-properties-for-nlu-annotation-sets", "--annotation-id", made)
    gone = ask.run("smapi", "get-properties-for-nlu-annotation-sets", "-s", SKILL_ID, "--annotation-id", made)
    assert "status code 404" in gone.stderr
