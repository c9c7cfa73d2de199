"""Where cases stand is worked out once a turn, and never taken from another case or another time."""

from datetime import UTC, datetime, timedelta

from skill.conversation.places import Places
from skill.conversation.state import Case
from skill.decision.models import MODELS
from skill.decision.walk import walk
from skill.value import replace

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANSWERS = {"item": "kettle", "status": "stuck", "tried": "no", "sold_by": "seller", "contacted": "no", "urgent": "no"}
ANSWERED = ANSWERS | {"order_number": None, "files": "no", "ordered": None}
MODEL = MODELS["lost_package"]
OUTCOME = walk(MODEL, ANSWERED).outcome
assert OUTCOME is not None
TOLD = Case(MODEL.id, MODEL.version, ANSWERED, reached={OUTCOME.id: NOW - timedelta(days=30)})


def test_a_case_is_walked_once_a_turn() -> None:
    places = Places(MODELS, NOW)
    assert places.at_its_time(TOLD) is places.at_its_time(TOLD)
    assert places.at_any_time(TOLD) is places.at_any_time(TOLD)


def test_what_time_has_opened_is_open_now_and_not_by_the_answers_alone() -> None:
    places = Places(MODELS, NOW)
    assert places.at_its_time(TOLD).asking == "seller_answered"
    assert places.at_any_time(TOLD).outcome == OUTCOME


def test_a_case_that_was_changed_stands_where_its_own_answers_lead() -> None:
    places = Places(MODELS, NOW)
    places.at_its_time(TOLD)
    fewer = replace(TOLD, answers={"item": "kettle"})
    assert places.at_its_time(fewer).asking == "status"
    assert places.at_any_time(fewer).asking == "status"


def test_a_case_that_took_the_memory_of_a_former_one_is_not_taken_for_it() -> None:
    places = Places(MODELS, NOW)
    for item in ("kettle", "lamp", "book") * 50:
        assert places.at_any_time(Case(MODEL.id, MODEL.version, {"item": item})).facts == {"item": item}
