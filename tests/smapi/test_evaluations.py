"""Evaluations: what passes, what fails, and how the results are asked for."""

import pytest

from tests.simulator.tea import Skill, ask
from tests.smapi.calls import EVALUATIONS, SETS, Caller, Json, caller


def _annotation(utterance: str, intent: str, **slots: str) -> Json:
    inputs = {"utterance": utterance}
    filled = {name: {"value": value} for name, value in slots.items()}
    return {"inputs": inputs, "expected": [{"intent": {"name": intent, "slots": filled}}]}


def _evaluated(someone: Caller, *annotations: Json) -> str:
    made = someone.post(SETS, {"locale": "en-US", "name": "teas"})["id"]
    someone.post(f"{SETS}/{made}/annotations", {"data": annotations})
    assert someone.status == 200
    body = {"stage": "development", "locale": "en-US", "source": {"annotationId": made}}
    evaluation: str = someone.post(EVALUATIONS, body)["id"]
    return evaluation


def _status(*annotations: Json) -> str:
    someone = caller(Skill(ask()))
    status: str = someone.get(f"{EVALUATIONS}/{_evaluated(someone, *annotations)}")["status"]
    return status


RIGHT = _annotation("i want sencha", "OrderTeaIntent", tea="sencha")
WRONG = _annotation("order tea", "BookTableIntent")


def test_an_evaluation_passes_when_all_of_its_cases_do_and_calls_no_skill() -> None:
    skill = Skill(ask())
    someone = caller(skill)
    place = f"{EVALUATIONS}/{_evaluated(someone, RIGHT)}"
    told = someone.get(place)
    assert told["status"] == "PASSED"
    assert told["inputs"]["locale"] == "en-US"
    assert told["startTimestamp"] == told["endTimestamp"] == "2026-03-04T09:30:00.000Z"
    assert someone.get(told["_links"]["results"]["href"])["totalFailed"] == 0
    assert skill.seen == []


def test_a_case_that_fails_tells_what_was_expected_and_what_was_heard() -> None:
    someone = caller(Skill(ask()))
    results = someone.get(f"{EVALUATIONS}/{_evaluated(someone, RIGHT, WRONG)}/results")
    assert results["totalFailed"] == 1
    assert results["paginationContext"] == {"totalCount": "2"}
    failed = results["testCases"][1]
    assert failed["status"] == "FAILED"
    assert failed["inputs"] == {"utterance": "order tea"}
    assert failed["expected"] == [{"intent": {"name": "BookTableIntent", "slots": {}}}]
    assert failed["actual"]["intent"]["name"] == "OrderTeaIntent"
    assert results["testCases"][0]["actual"]["intent"]["slots"]["tea"]["value"] == "sencha"


@pytest.mark.parametrize("tea", ["sencha", "SENCHA", "green tea", "green"])
def test_a_slot_may_be_named_by_what_was_said_or_by_what_it_was_resolved_to(tea: str) -> None:
    assert _status(_annotation("i want sencha", "OrderTeaIntent", tea=tea)) == "PASSED"


@pytest.mark.parametrize("tea", ["black", "", "senchas"])
def test_a_slot_that_holds_something_else_fails(tea: str) -> None:
    assert _status(_annotation("i want sencha", "OrderTeaIntent", tea=tea)) == "FAILED"


def test_an_empty_text_expects_nothing_in_the_slot() -> None:
    assert _status(_annotation("order tea", "OrderTeaIntent", tea="")) == "PASSED"


def test_a_slot_that_is_not_named_may_hold_anything() -> None:
    assert _status(_annotation("i want sencha", "OrderTeaIntent")) == "PASSED"


def test_any_one_of_several_expectations_will_do() -> None:
    assert _status(WRONG | {"expected": WRONG["expected"] + RIGHT["expected"]}) == "FAILED", "the slot is empty"
    assert _status(RIGHT | {"expected": WRONG["expected"] + RIGHT["expected"]}) == "PASSED"


def test_dates_are_those_of_the_day_that_the_annotation_names_and_else_of_today() -> None:
    said = "book a table for tomorrow"
    today = _annotation(said, "BookTableIntent", day="2026-03-05")
    assert _status(today) == "PASSED"
    there = {"utterance": said, "referenceTimestamp": "2026-12-31T12:00:00Z"}
    assert _status(today | {"inputs": there}) == "FAILED"
    assert _status(_annotation(said, "BookTableIntent", day="2027-01-01") | {"inputs": there}) == "PASSED"


def test_results_are_filtered_sorted_and_in_pages() -> None:
    someone = caller(Skill(ask()))
    place = f"{EVALUATIONS}/{_evaluated(someone, RIGHT, WRONG, RIGHT)}/results"

    def statuses(query: str) -> list[str]:
        return [case["status"] for case in someone.get(f"{place}?{query}")["testCases"]]

    assert statuses("testCaseStatus=FAILED") == ["FAILED"]
    assert statuses("expectedIntentName=BookTableIntent") == ["FAILED"]
    assert statuses("actualIntentName=BookTableIntent") == []
    assert statuses("sort.field=STATUS") == ["FAILED", "PASSED", "PASSED"]
    assert statuses("sort.field=EXPECTED_INTENT") == ["FAILED", "PASSED", "PASSED"]
    first = someone.get(f"{place}?maxResults=2")
    assert len(first["testCases"]) == 2
    assert len(someone.get(first["_links"]["next"]["href"])["testCases"]) == 1
    assert first["totalFailed"] == 1


@pytest.mark.parametrize("query", ["sort.field=COLOUR", "maxResults=1001"])
def test_results_that_cannot_be_given_are_refused(query: str) -> None:
    someone = caller(Skill(ask()))
    someone.get(f"{EVALUATIONS}/{_evaluated(someone, RIGHT)}/results?{query}")
    assert someone.status == 400


def test_evaluations_are_listed_the_newest_first_and_by_what_they_were_of() -> None:
    someone = caller(Skill(ask()))
    old, new = _evaluated(someone, RIGHT), _evaluated(someone, WRONG)
    listed = someone.get(EVALUATIONS)["evaluations"]
    assert [one["id"] for one in listed] == [new, old]
    assert [one["status"] for one in listed] == ["FAILED", "PASSED"]
    source = listed[1]["inputs"]["source"]["annotationId"]
    assert [one["id"] for one in someone.get(f"{EVALUATIONS}?annotationId={source}")["evaluations"]] == [old]
    assert someone.get(f"{EVALUATIONS}?locale=de-DE")["evaluations"] == []
    assert someone.get(f"{EVALUATIONS}?stage=live")["evaluations"] == []


def test_a_set_of_another_locale_is_not_evaluated() -> None:
    someone = caller(Skill(ask()))
    made = someone.post(SETS, {"locale": "de-DE", "name": "tees"})["id"]
    body = {"stage": "development", "locale": "en-US", "source": {"annotationId": made}}
    assert "de-DE" in someone.post(EVALUATIONS, body)["message"]
    assert someone.status == 400


@pytest.mark.parametrize("place", ["/none", "/none/results"])
def test_an_evaluation_that_there_is_not_is_not_found(place: str) -> None:
    someone = caller(Skill(ask()))
    someone.get(EVALUATIONS + place)
    assert someone.status == 404


def test_a_set_that_there_is_not_cannot_be_evaluated() -> None:
    someone = caller(Skill(ask()))
    someone.post(EVALUATIONS, {"stage": "development", "locale": "en-US", "source": {"annotationId": "none"}})
    assert someone.status == 404
