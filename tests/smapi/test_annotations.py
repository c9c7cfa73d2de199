"""Annotation sets: kept as they were given, in JSON and CSV, and refused with what is wrong."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.smapi.annotations import MOST_ANNOTATIONS, read_csv, read_json, write_csv, write_json
from simulator.smapi.errors import CallRefused
from simulator.smapi.service import MOST_ANNOTATION_SETS
from tests.simulator.tea import Skill, ask
from tests.smapi.calls import SETS, Caller, Json, caller

SENCHA: Json = {
    "inputs": {"utterance": "i want sencha", "referenceTimestamp": "2026-03-04T09:30:00Z"},
    "expected": [{"intent": {"name": "OrderTeaIntent", "slots": {"tea": {"value": "sencha"}}}}],
}
CSV = """utterance,referenceTimestamp,intent,slot[tea]
i want sencha,,OrderTeaIntent,sencha
order tea,,OrderTeaIntent,
"""


def _made(someone: Caller, name: str = "teas", locale: str = "en-US") -> str:
    made: str = someone.post(SETS, {"locale": locale, "name": name})["id"]
    return made


def test_a_set_is_made_listed_renamed_and_deleted() -> None:
    someone = caller(Skill(ask()))
    made = _made(someone)
    assert someone.status == 201
    assert someone.headers["Location"] == f"{SETS}/{made}"
    someone.call("PUT", f"{SETS}/{made}/properties", b'{"name": "all teas"}', content_type="application/json")
    assert someone.status == 201
    told = {
        "locale": "en-US",
        "name": "all teas",
        "numberOfEntries": 0,
        "updatedTimestamp": "2026-03-04T09:30:00.000Z",
    }
    assert someone.get(f"{SETS}/{made}/properties") == told
    assert someone.get(SETS)["annotationSets"] == [{"annotationId": made} | told]
    someone.call("DELETE", f"{SETS}/{made}")
    assert someone.status == 204
    assert someone.get(SETS)["annotationSets"] == []


def test_sets_are_listed_by_locale_and_in_pages_the_newest_first() -> None:
    someone = caller(Skill(ask()))
    for number in range(3):
        _made(someone, f"set {number}")
    _made(someone, "andere", "de-DE")
    first = someone.get(f"{SETS}?locale=en-US&maxResults=2")
    assert [one["name"] for one in first["annotationSets"]] == ["set 2", "set 1"]
    second = someone.get(first["_links"]["next"]["href"])
    assert [one["name"] for one in second["annotationSets"]] == ["set 0"]
    assert second["paginationContext"] == {}
    assert set(second["_links"]) == {"self"}
    assert set(someone.get(f"{SETS}?maxResults=4")["_links"]) == {"self"}, "all of them are on the page"


@pytest.mark.parametrize(
    "query", ["maxResults=0", "maxResults=101", "maxResults=ten", "nextToken=99", "nextToken=-1"]
)
def test_a_page_that_there_is_not_is_refused(query: str) -> None:
    someone = caller(Skill(ask()))
    assert "message" in someone.get(f"{SETS}?{query}")
    assert someone.status == 400


@pytest.mark.parametrize(
    ("method", "place"), [("GET", "/properties"), ("GET", "/annotations"), ("DELETE", ""), ("POST", "/annotations")]
)
def test_a_set_that_there_is_not_is_not_found(method: str, place: str) -> None:
    someone = caller(Skill(ask()))
    someone.call(method, f"{SETS}/none{place}", b'{"data": []}')
    assert someone.status == 404


def test_a_set_needs_a_locale_that_has_a_model() -> None:
    someone = caller(Skill(ask()))
    someone.post(SETS, {"locale": "fr-FR", "name": "teas"})
    assert someone.status == 404


def test_of_very_many_sets_the_oldest_makes_room() -> None:
    someone = caller(Skill(ask()))
    first = _made(someone)
    for number in range(MOST_ANNOTATION_SETS):
        _made(someone, str(number))
    someone.get(f"{SETS}/{first}/properties")
    assert someone.status == 404


def test_annotations_are_replaced_and_given_back_as_they_were() -> None:
    someone = caller(Skill(ask()))
    place = f"{SETS}/{_made(someone)}/annotations"
    someone.post(place, {"data": [SENCHA, SENCHA]})
    someone.post(place, {"data": [SENCHA]})
    assert someone.status == 200
    assert someone.get(place, Accept="application/json") == {"data": [SENCHA]}
    assert someone.get(SETS)["annotationSets"][0]["numberOfEntries"] == 1


def test_annotations_are_taken_and_given_as_csv() -> None:
    someone = caller(Skill(ask()))
    place = f"{SETS}/{_made(someone)}/annotations"
    someone.call("POST", place, CSV.encode(), content_type="text/csv")
    assert someone.status == 200
    assert someone.get(place, Accept="text/csv") == CSV
    assert someone.get(place)["data"][0]["expected"] == SENCHA["expected"]


def test_csv_cannot_say_that_there_are_several_ways() -> None:
    someone = caller(Skill(ask()))
    place = f"{SETS}/{_made(someone)}/annotations"
    someone.post(place, {"data": [SENCHA | {"expected": SENCHA["expected"] * 2}]})
    assert "ask for JSON" in someone.get(place, Accept="text/csv")["message"]
    assert someone.status == 400


WRONG: dict[str, Any] = {
    "no list": {},
    "no annotation": {"data": [1]},
    "no utterance": {"data": [SENCHA | {"inputs": {}}]},
    "a day without an offset": {
        "data": [SENCHA | {"inputs": {"utterance": "a", "referenceTimestamp": "2026-03-04T09:30"}}]
    },
    "a long utterance": {"data": [SENCHA | {"inputs": {"utterance": "a" * 501}}]},
    "nothing expected": {"data": [SENCHA | {"expected": []}]},
    "a slot without a value": {"data": [SENCHA | {"expected": [{"intent": {"name": "A", "slots": {"tea": {}}}}]}]},
    "a slot with a list": {
        "data": [
            SENCHA
            | {
                "expected": [
                    {"intent": {"name": "A", "slots": {"tea": {"slotValue": {"type": "List", "values": []}}}}}
                ]
            }
        ]
    },
    "a misspelt key": {"data": [SENCHA | {"expecetd": []}]},
    "too many": {"data": [SENCHA] * (MOST_ANNOTATIONS + 1)},
}


@pytest.mark.parametrize("name", WRONG)
def test_annotations_that_are_none_are_refused_with_the_place(name: str) -> None:
    with pytest.raises(CallRefused) as refused:
        read_json(WRONG[name])
    assert refused.value.status == 400
    assert refused.value.violations


WRONG_CSV = {
    "nothing": "",
    "no intent column": "utterance\na\n",
    "a strange column": "utterance,intent,slot\na,b,c\n",
    "too many values": "utterance,intent\na,b,c\n",
    "an empty intent": "utterance,intent\na,\n",
    "words after a quotation": 'utterance,intent\n"a"b,c\n',
    "a quote that never ends": 'utterance,intent\n"a,b\n',
}


@pytest.mark.parametrize("name", WRONG_CSV)
def test_csv_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(CallRefused):
        read_csv(WRONG_CSV[name])


def test_csv_may_begin_as_spreadsheets_write_it() -> None:
    (one,) = read_csv("\ufeffutterance,intent\nsencha,OrderTeaIntent\n")
    assert one.inputs.utterance == "sencha"


def test_csv_that_is_no_utf_8_is_refused() -> None:
    someone = caller(Skill(ask()))
    someone.call(
        "POST", f"{SETS}/{_made(someone)}/annotations", b"utterance,intent\n\xff,a\n", content_type="text/csv"
    )
    assert someone.status == 400


def test_a_value_may_be_written_in_the_longer_form() -> None:
    slots = {"tea": {"slotValue": {"type": "Simple", "value": "sencha"}}}
    (read,) = read_json({"data": [SENCHA | {"expected": [{"intent": {"name": "OrderTeaIntent", "slots": slots}}]}]})
    assert read.expected[0].intent.slots["tea"].text == "sencha"


WORDS = st.text(min_size=1, max_size=30).filter(lambda text: text.strip() == text and "\x00" not in text)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=5))
def test_csv_says_the_same_as_json(rows: list[tuple[str, str, str]]) -> None:
    data = [
        {"inputs": {"utterance": said}, "expected": [{"intent": {"name": intent, "slots": {"tea": {"value": tea}}}}]}
        for said, intent, tea in rows
        if not {"\r", "\n"} & set(said + intent + tea)
    ]
    annotations = read_json({"data": data})
    assert write_json(read_csv(write_csv(annotations))) == write_json(annotations)
