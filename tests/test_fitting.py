"""Ten cases full of long words still travel: what the record leaves out first, and what it never does."""

import json
from datetime import UTC, datetime

import pytest

from skill.conversation.state import Case, Pending, Reminder, State
from skill.decision.expects import Choice, Digits, Text
from skill.decision.model import Model
from skill.decision.models import MODELS
from skill.decision.models.questions import QUESTIONS
from skill.fitting import MOST_BYTES, SHORT, fitting
from skill.record import encode
from skill.value import replace

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LONG = "ü" * 600


def full_case(model: Model, number: int) -> Case:
    """A case with every answer that its decision takes, as long as it can be."""
    return Case(
        model.id,
        model.version,
        {question: _longest(question) for question in QUESTIONS if model.takes(question)},
        {node: NOON for node in model.nodes if node not in model.asked},
        number=number,
        name="ü" * 60,
        sent={"email": "2026-11-22"},
        postponed={"email": NOON},
        reminder=Reminder("t" * 200, NOON),
    )


def _longest(question: str) -> str:
    match QUESTIONS[question].expects:
        case Choice(values):
            return max(values, key=len)
        case Text(longest):
            return "ü" * longest
        case Digits() as digits:
            return "1" * digits.length
        case _:
            return "2026-11-22"


def size(state: State) -> int:
    return len(json.dumps(encode(state), ensure_ascii=False).encode())


def test_a_state_that_fits_stays_as_it_is() -> None:
    state = State((full_case(MODELS["device_help"], 1), full_case(MODELS["lost_package"], 2)), 0)
    assert fitting(state).state is state


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_ten_full_cases_of_any_kind_leave_room_for_the_response(model: Model) -> None:
    state = State(tuple(full_case(model, number) for number in range(1, 11)), 9, loose={"question": LONG})
    assert size(state) > MOST_BYTES
    fitted = fitting(state).state
    assert size(fitted) < 20_000
    assert len(fitted.cases) == 10, "no open case is given up"
    assert fitted.case == state.case, "the one that is talked about stays whole"


def test_closed_cases_go_first_and_pending_questions_follow_their_case() -> None:
    cases = [full_case(MODELS["contact_seller"], number) for number in range(1, 8)]
    cases[0] = replace(cases[0], closed=NOON)
    cases[2] = replace(cases[2], closed=NOON)
    state = State(tuple(cases), 6, pending=Pending("resume", 4))
    fitted = fitting(state).state
    assert [case.number for case in fitted.cases] == [2, 4, 5, 6, 7]
    assert fitted.pending == Pending("resume", 2)
    assert fitted.active == 4


def test_long_texts_are_cut_in_the_oldest_cases_only_as_far_as_needed() -> None:
    cases = tuple(full_case(MODELS["contact_seller"], number) for number in range(1, 6))
    fitted = fitting(State(cases, 4)).state
    assert [len(case.answers["question"] or "") for case in fitted.cases] == [SHORT, SHORT, SHORT, 600, 600]
