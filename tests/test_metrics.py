"""The figures of a turn, held against the rules of CloudWatch's embedded metric format."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

import pytest

from skill.conversation.ports import Stored
from skill.counting import CountedStore, ErrorCount
from skill.decision.model import Outcome
from skill.decision.models import MODELS
from skill.errors import StoreUnavailable, WriteConflict
from skill.metrics import OTHER, REQUESTS, Asked, Counts, asked, metric_line, told
from skill.storage.memory import MemoryStore
from tests.alexa.envelopes import envelope, intent, launch
from tests.metric_format import faults, metrics

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
QUIET = Counts(12.3456)


def line(about: Asked, outcome: str | None = None, counts: Counts = QUIET) -> dict[str, Any]:
    whole = metric_line("case-compass", "8476a536", about, outcome, counts, 1795382173423)
    assert "\n" not in whole
    read: dict[str, Any] = json.loads(whole)
    return read


@pytest.mark.parametrize("outcome", [None, "email"])
@pytest.mark.parametrize("about", [Asked("LaunchRequest"), Asked("IntentRequest", "AMAZON.YesIntent"), Asked(OTHER)])
def test_every_line_keeps_the_rules_of_the_format(about: Asked, outcome: str | None) -> None:
    assert faults(line(about, outcome, Counts(0.0, cold=True, refused=True, errors=3, store_failures=2))) == []


def test_the_rules_would_notice_a_metric_without_its_value() -> None:
    told_wrongly = line(Asked("LaunchRequest"))
    del told_wrongly["TurnTime"]
    told_wrongly["FunctionName"] = 7
    assert set(faults(told_wrongly)) == {
        "the metric TurnTime has no number",
        "the dimension FunctionName has no text",
    }


def test_a_turn_has_its_time_and_its_counts() -> None:
    counted = line(Asked("IntentRequest", "AMAZON.YesIntent"), "email", Counts(12.3456, cold=True, errors=1))
    assert metrics(counted) == {
        ("FunctionName",): {"TurnTime": 12.346, "ColdStart": 1, "Errors": 1, "Refused": 0, "StoreFailures": 0},
        ("FunctionName", "Request"): {"TurnTime": 12.346},
        ("FunctionName", "Outcome"): {"Told": 1},
    }
    assert (counted["Intent"], counted["RequestId"], counted["Outcome"]) == ("AMAZON.YesIntent", "8476a536", "email")


def test_a_turn_that_tells_no_outcome_counts_none() -> None:
    assert ("FunctionName", "Outcome") not in metrics(line(Asked("LaunchRequest")))


def test_there_are_few_values_of_each_dimension() -> None:
    outcomes = {id_ for model in MODELS.values() for id_, node in model.nodes.items() if isinstance(node, Outcome)}
    assert len(REQUESTS) + 1 <= 10
    assert 1 <= len(outcomes) <= 40


def test_neither_intent_nor_request_id_is_a_dimension() -> None:
    dimensions = {name for names in metrics(line(Asked("IntentRequest", "X"), "email")) for name in names}
    assert dimensions == {"FunctionName", "Request", "Outcome"}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (envelope(launch()), Asked("LaunchRequest")),
        (envelope(intent("AMAZON.YesIntent")), Asked("IntentRequest", "AMAZON.YesIntent")),
        (envelope({"type": "Alexa.Presentation.APL.UserEvent"}), Asked(OTHER)),
        (envelope({"type": ["LaunchRequest"]}), Asked(OTHER)),
        (envelope({"type": "IntentRequest"}), Asked(OTHER)),
        (envelope({"type": "IntentRequest", "intent": {"name": {"my": "words"}}}), Asked("IntentRequest")),
        (envelope({"type": "IntentRequest", "intent": {"name": "what somebody said"}}), Asked("IntentRequest")),
        (envelope({"type": "IntentRequest", "intent": {"name": "Long" * 50}}), Asked("IntentRequest")),
        (None, Asked(OTHER)),
        ([], Asked(OTHER)),
        ("text", Asked(OTHER)),
        ({"request": None}, Asked(OTHER)),
    ],
)
def test_a_request_of_any_shape_has_a_name_out_of_a_few(event: object, expected: Asked) -> None:
    assert asked(event) == expected


def response(outcome: object) -> dict[str, Any]:
    return {"sessionAttributes": {"turn": {"asking": None, "outcome": outcome, "channel": None}}}


@pytest.mark.parametrize(
    "answer",
    [
        None,
        {},
        {"sessionAttributes": None},
        {"sessionAttributes": {"turn": 7}},
        {"sessionAttributes": {}},
        response(None),
        response({"a": "dictionary"}),
        response("what somebody said"),
    ],
)
def test_an_answer_without_an_id_told_no_outcome(answer: dict[str, Any] | None) -> None:
    assert told(envelope(launch()), answer) is None


def test_the_outcome_is_what_the_response_says_of_its_turn() -> None:
    assert told(envelope(launch()), response("email")) == "email"


def test_an_apology_gives_the_last_turn_back_and_tells_no_outcome_again() -> None:
    before = response("email")["sessionAttributes"]
    assert told(envelope(launch(), attributes=before), response("email")) is None


def test_errors_are_counted_and_warnings_are_not() -> None:
    count, log = ErrorCount(), logging.getLogger("test of counts")
    log.addHandler(count)
    log.warning("odd")
    log.error("wrong")
    log.critical("very wrong")
    assert count.count == 2


class Broken(MemoryStore):
    """A store that is never there."""

    def load(self, person: str, *, now: datetime) -> Stored | None:  # noqa: ARG002
        raise StoreUnavailable("down")

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:  # noqa: ARG002
        raise StoreUnavailable("down")

    def forget(self, person: str) -> None:  # noqa: ARG002
        raise StoreUnavailable("down")


def test_each_failure_of_a_store_is_counted_and_passed_on() -> None:
    store = CountedStore(Broken())
    with pytest.raises(StoreUnavailable):
        store.load("a", now=NOW)
    with pytest.raises(StoreUnavailable):
        store.save("a", "{}", based_on=None, now=NOW)
    with pytest.raises(StoreUnavailable):
        store.forget("a")
    assert store.failures == 3


def test_a_counted_store_is_the_store_inside() -> None:
    inside = MemoryStore()
    store = CountedStore(inside)
    assert store.save("a", "{}", based_on=None, now=NOW) == 1
    assert store.load("a", now=NOW) == inside.load("a", now=NOW) == Stored("{}", 1)
    with pytest.raises(WriteConflict):
        store.save("a", "{}", based_on=None, now=NOW)
    store.forget("a")
    assert store.load("a", now=NOW) is None
    assert store.failures == 0
