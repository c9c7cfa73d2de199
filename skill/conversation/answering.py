"""Yes, no, and no answer: what they mean to the question that is open."""

from collections.abc import Callable

from skill.conversation import cases, reminders, signing, waiting
from skill.conversation.coming_back import come_back
from skill.conversation.contact import WHETHER_ANSWERED
from skill.conversation.moves import decline, leave_open, miss, resume, say_goodbye
from skill.conversation.reply import Reply
from skill.conversation.taking import tell
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
    Talk,
)
from skill.conversation.telling import go_on
from skill.conversation.turn import Said, Turn
from skill.decision.expects import Choice
from skill.value import replace

_YES: dict[str | None, Callable[[Talk], Reply]] = {
    RESUME: resume,
    WHICH_CASE: lambda talk: go_on(talk, "example"),
    CASE_NAME: lambda talk: go_on(talk, "example"),
    REMIND: reminders.accept,
    SIGN: signing.sign,
    FORGET_CASE: cases.forget_case,
    FORGET_ME: cases.forget_me,
}
_NO: dict[str | None, Callable[[Talk], Reply]] = {
    RESUME: decline,
    WHICH_CASE: decline,
    CASE_NAME: cases.keep,
    REMIND: reminders.decline,
    SIGN: signing.decline,
    FORGET_CASE: cases.keep,
    FORGET_ME: cases.keep,
}
"""What yes and no mean to the questions of the talk itself."""


def yes(talk: Talk, turn: Turn) -> Reply:
    """A plain yes."""
    question = talk.open_question
    if talk.state.asked == ANYTHING_ELSE:
        talk.change(active=None)
        return go_on(talk)
    if question in _YES:
        return _YES[question](talk)
    if question == CONFIRM_ORDER_NUMBER:
        talk.case = talk.case.with_answer(ORDER_NUMBER, talk.state.draft)
        talk.change(draft="")
        return go_on(talk)
    return _yes_or_no(talk, turn, "yes")


def no(talk: Talk, turn: Turn) -> Reply:
    """A plain no."""
    question = talk.open_question
    if question in _NO:
        return _NO[question](talk)
    if question == CONFIRM_ORDER_NUMBER:
        talk.change(draft="")
        return go_on(talk, "rephrase")
    if question == ORDER_NUMBER:
        return leave_open(talk)
    if question == WHICH_PROBLEM or talk.state.asked == ANYTHING_ELSE:
        return say_goodbye(talk)
    return _yes_or_no(talk, turn, "no")


def _yes_or_no(talk: Talk, turn: Turn, answer: str) -> Reply:
    question = talk.open_question
    known = talk.question(question) if question and talk.state.case else None
    if known is None or not (isinstance(known.expects, Choice) and known.expects.takes_yes_and_no):
        return miss(talk)
    return tell(talk, replace(turn, facts=(Said(known.id, answer),)))


def skip(talk: Talk, turn: Turn) -> Reply:
    """No answer: the question is left open, or what it offers is declined."""
    if talk.state.asked == ANYTHING_ELSE:
        return say_goodbye(talk)
    question = talk.open_question
    if question in _NO:
        return _NO[question](talk)
    if question in WHETHER_ANSWERED and waiting.case_that_waits(talk) is not None:
        # Who doesn't know whether an answer came can look: that is no reason to go further up.
        return wait(talk, turn)
    return leave_open(talk) if question else come_back(talk)


def wait(talk: Talk, turn: Turn) -> Reply:
    """The person would rather be asked later."""
    index = waiting.case_that_waits(talk)
    if index is None or talk.state.pending:
        return skip(talk, turn)
    return waiting.wait_longer(talk, index, waiting.ONE_MORE_DAY)
