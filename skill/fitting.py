"""Keeping a state small enough for where its record travels.

The record goes with every response, in the session attributes, and a response may have 24 KB (Amazon takes 120, older
devices fewer). Ten cases with long texts of the person's own would be more than that.
"""

from skill.conversation.state import Case, State
from skill.record import Written, written
from skill.value import replace

MOST_BYTES = 12_000
"""Of a record as JSON in UTF-8: the other half is for speech, card and directives."""
SHORT = 60
"""Characters that are left of a long text in a case that isn't talked about."""


def fitting(state: State) -> Written:
    """The state, or where it is too large, one without closed cases, then with long texts cut in the oldest ones.

    The case that is talked about stays whole.
    """
    made = written(state)
    while len(made.text.encode()) > MOST_BYTES:
        smaller = _without_a_closed_case(made.state) or _with_a_shorter_case(made.state)
        if smaller is None:
            break
        made = written(smaller)
    return made


def _without_a_closed_case(state: State) -> State | None:
    closed = [index for index, case in enumerate(state.cases) if case.closed and index != state.active]
    return state.without_case(closed[0]) if closed else None


def _with_a_shorter_case(state: State) -> State | None:
    for index, case in enumerate(state.cases):
        shorter = _shortened(case)
        if index != state.active and shorter != case:
            return replace(state, cases=(*state.cases[:index], shorter, *state.cases[index + 1 :]))
    return None


def _shortened(case: Case) -> Case:
    answers = {question: value and value[:SHORT] for question, value in case.answers.items()}
    return replace(case, answers=answers)
