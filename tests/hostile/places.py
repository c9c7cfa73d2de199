"""A state for every question that can be open: each of each decision, and those of the talk itself."""

from datetime import UTC, datetime, timedelta

from skill.conversation.state import Case, Pending, State
from skill.conversation.talk import (
    ANYTHING_ELSE,
    CASE_NAME,
    CONFIRM_ORDER_NUMBER,
    FORGET_CASE,
    FORGET_ME,
    ORDER_NUMBER,
    REMIND,
    RESUME,
    SIGN,
    WHICH_CASE,
    WHICH_PROBLEM,
)
from skill.decision.expects import Choice
from skill.decision.model import Model, Outcome
from skill.decision.models import MODELS
from skill.decision.walk import walk
from skill.value import replace

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=9)
HALF, WHOLE = "1125555", "11255555551234567"
Answers = dict[str, str | None]


def a_state_for_every_question() -> dict[str, State]:
    """The states by the id of the question that is open, or by what else is going on."""
    cases = {question: State((case,), 0) for model in reversed(MODELS.values()) for question, case in _open(model)}
    number = cases[ORDER_NUMBER]
    parked = cases["urgent"].cases[0]
    told = Case("payment", 1, {"charge_state": "fraud", "tried": "no", "charged": None, "amount": None})
    return cases | {
        WHICH_PROBLEM: State(),
        f"half an {ORDER_NUMBER}": State(number.cases, 0, draft=HALF),
        CONFIRM_ORDER_NUMBER: State(number.cases, 0, draft=WHOLE),
        RESUME: State((parked, told), 1, pending=Pending(RESUME, 0)),
        WHICH_CASE: State((parked, replace(told, number=2)), 1, pending=Pending(WHICH_CASE, 1, then="status")),
        CASE_NAME: State((told,), 0, pending=Pending(CASE_NAME, 0)),
        REMIND: State((told,), 0, pending=Pending(REMIND, 0, NOW + timedelta(days=1))),
        SIGN: State((told,), 0, pending=Pending(SIGN, 0)),
        FORGET_CASE: State((told,), 0, pending=Pending(FORGET_CASE, 0)),
        FORGET_ME: State((told,), 0, pending=Pending(FORGET_ME, 0)),
        ANYTHING_ELSE: State((told,), 0, asked=ANYTHING_ELSE),
        "a topic being told": State((parked,), 0, topic="tips", page=1),
    }


def _open(model: Model) -> list[tuple[str, Case]]:
    """Each question of a decision with a case at which it is the open one."""
    found: dict[str, Case] = {}
    trails: list[Answers] = [{}]
    reached = {node.id: LONG_AGO for node in model.nodes.values() if isinstance(node, Outcome)}
    while trails:
        answers = trails.pop()
        question = walk(model, answers, now=NOW, reached=reached).asking
        if question is not None and question not in found:
            found[question] = Case(model.id, model.version, answers, reached)
            trails += [{**answers, question: value} for value in _values(model, question)]
    return list(found.items())


def _values(model: Model, question: str) -> tuple[str | None, ...]:
    expects = model.questions[question].expects
    return (*expects.values, None) if isinstance(expects, Choice) else (None,)
