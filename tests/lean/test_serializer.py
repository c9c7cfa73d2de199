"""Plans for every class; what is odd goes to the stock serializer; what is ready goes out as it is."""

import inspect
import json
from datetime import UTC, datetime
from typing import Any, ClassVar

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_model import Request, RequestEnvelope, Response, ResponseEnvelope, SlotConfirmationStatus
from ask_sdk_model.services.reminder_management import AlertInfo

from skill.alexa.response import ReadyObject
from skill.lean import reading, writing
from skill.lean.odd import Odd
from tests.alexa.envelopes import Json, envelope, launch
from tests.lean.envelopes import GENUINE
from tests.lean.same import PLANNED, STOCK, outcome
from tests.lean.samples import modelled

serializer = PLANNED()


@pytest.mark.parametrize("whole", GENUINE, ids=lambda whole: whole["request"]["type"])
def test_a_genuine_envelope_is_read_by_plans_and_as_by_the_stock_serializer(whole: Json) -> None:
    made = reading.reader(RequestEnvelope)(whole)
    assert outcome(lambda: made) == outcome(lambda: STOCK().deserialize(json.dumps(whole), RequestEnvelope))


def test_there_is_a_plan_for_every_class_that_the_sdk_can_read_itself() -> None:
    wrong_in_the_sdk = {AlertInfo}  # it names a class that there is not
    unplanned = set()
    for kind in modelled():
        try:
            reading.object_reader(kind)
            for of in kind.deserialized_types.values():  # type: ignore[attr-defined]
                reading.reader(of)
        except (Odd, ImportError):
            unplanned.add(kind)
    assert unplanned == wrong_in_the_sdk


def test_every_object_of_the_sdk_is_written_by_plans() -> None:
    for kind in modelled():
        if not inspect.isabstract(kind):
            made = kind()
            assert writing.written(made) == STOCK().serialize(made)


def test_a_time_is_read_without_dateutil_as_a_moment_in_utc() -> None:
    request = serializer.from_json(envelope(launch()), RequestEnvelope).request
    assert request.timestamp == datetime(2026, 11, 22, 9, tzinfo=UTC)
    assert request.timestamp.tzinfo is UTC


@pytest.mark.parametrize("text", ["2026-11-22T09:00:00Z", "2026-11-22T09:00:00.123Z", "2099-12-31T23:59:59Z"])
def test_a_time_as_alexa_writes_it_is_the_same_moment_as_dateutil_s(text: str) -> None:
    assert outcome(lambda: reading.reader("datetime")(text)) == outcome(
        lambda: STOCK().deserialize(f'"{text}"', datetime)
    )


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22",
        "2026-11-22T09:00:00",
        "2026-11-22T09:00:00,123Z",
        "1926-11-22T09:00:00Z",
        "2026-11-22T09:00:00.1234567Z",
        "",
    ],
)
def test_any_other_time_is_left_to_the_stock_serializer(text: str) -> None:
    with pytest.raises(Odd):
        reading.reader("datetime")(text)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"type": "NewRequest"}, "Couldn't resolve object by discriminator type"),
        ({"timestamp": "yesterday"}, "Failed to parse yesterday into 'datetime' object"),
        ({"type": None}, "Couldn't resolve object by discriminator type"),
    ],
)
def test_what_the_stock_serializer_refuses_is_refused_in_its_words(changed: Json, says: str) -> None:
    with pytest.raises(SerializationException, match=says):
        serializer.from_json(envelope(launch(**changed)), RequestEnvelope)


@pytest.mark.parametrize("text", ["", "{", "nonsense", None])
def test_text_that_is_no_json_is_met_as_by_the_stock_serializer(text: Any) -> None:
    assert outcome(lambda: serializer.deserialize(text, Request)) == outcome(
        lambda: STOCK().deserialize(text, Request)
    )


def test_an_odd_value_is_made_what_the_stock_serializer_makes_of_it() -> None:
    made = serializer.from_json(envelope(launch(locale=5)), RequestEnvelope)
    assert made.request.locale == "5"


def test_a_serializer_derived_from_it_keeps_the_stock_one_s_ways() -> None:
    class Shouting(PLANNED):  # type: ignore[misc]
        def serialize(self, obj: Any) -> Any:
            return obj.upper() if isinstance(obj, str) else super().serialize(obj)

    assert Shouting().serialize(Response(api_response={"a": ["b"]})) == {"apiResponse": {"a": ["B"]}}


def test_a_serializer_with_types_of_its_own_reads_by_them() -> None:
    class Counting(PLANNED):  # type: ignore[misc]
        NATIVE_TYPES_MAPPING = PLANNED.NATIVE_TYPES_MAPPING | {"str": int}

    assert Counting().deserialize('"5"', "str") == 5
    assert Counting().from_json("5", "str") == 5


def test_two_attributes_of_one_name_in_json_are_left_to_the_stock_serializer() -> None:
    class Twice:
        deserialized_types: ClassVar = {"one": "str", "other": "str"}
        attribute_map: ClassVar = {"one": "name", "other": "name"}

    with pytest.raises(Odd):
        reading.object_reader(Twice)
    assert outcome(lambda: serializer.from_json({"name": "x"}, Twice)) == outcome(
        lambda: STOCK().deserialize('{"name": "x"}', Twice)
    )


def test_an_object_with_types_of_its_own_is_written_by_them() -> None:
    assert serializer.serialize(Response(api_response=1, should_end_session=True)) == {
        "apiResponse": 1,
        "shouldEndSession": True,
    }
    made = Response(api_response=1, should_end_session=True)
    made.deserialized_types = {"api_response": "object"}
    assert serializer.serialize(made) == STOCK().serialize(made) == {"apiResponse": 1}


def test_an_enumeration_is_written_as_its_value() -> None:
    assert serializer.serialize([SlotConfirmationStatus.NONE]) == ["NONE"]


def test_a_ready_object_is_passed_on_by_plans_and_copied_by_the_stock_serializer() -> None:
    ready = ReadyObject(record={"cases": [{"number": 1}]}, turn={"asking": None})
    answer = ResponseEnvelope(version="1.0", session_attributes=ready)
    by_plans, by_stock = serializer.serialize(answer), STOCK().serialize(answer)
    assert by_plans["sessionAttributes"] is ready
    assert by_stock["sessionAttributes"] is not ready
    assert json.dumps(by_plans) == json.dumps(by_stock)


def test_any_other_dictionary_is_copied() -> None:
    class Own(dict[str, Any]):
        """No promise about what it holds."""

    held = Own(status=SlotConfirmationStatus.NONE)
    assert serializer.serialize(held) == {"status": "NONE"}
    assert type(serializer.serialize(held)) is dict
