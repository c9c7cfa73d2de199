"""Moves of a talk that are no answers: back, over again, another problem, not understood."""

from skill.conversation.acts import LeftOpen, Resumed
from skill.conversation.facts import TICKET, take_facts
from skill.conversation.naming import called
from skill.conversation.plain_acts import (
    CANT_MAKE_IT_OUT,
    GOODBYE,
    GOODBYE_KEPT,
    MISHEARD,
    NOTHING_BEFORE,
    NUMBER_DROPPED,
    STARTED_OVER,
    WAY_OUT,
    WENT_BACK,
)
from skill.conversation.reply import Reply
from skill.conversation.talk import CONFIRM_ORDER_NUMBER, ORDER_NUMBER, TALK_QUESTIONS, WHICH_PROBLEM, Talk
from skill.conversation.telling import go_on
from skill.conversation.turn import Turn
from skill.decision.expects import Choice
from skill.value import replace

MISSES_ON_A_QUESTION = 3
"""The first miss is met with other words, the second with an example, the third with a way out."""
QUESTIONS_GIVEN_UP = 2
"""After this many questions in a row that led to a way out, the talk ends rather than go round."""


def leave_open(talk: Talk, *, given_up: bool = False) -> Reply:
    """Leave the open question unanswered and go on: every question has a last resort."""
    question = talk.open_question
    if question in (None, WHICH_PROBLEM):
        return go_on(talk, "example")
    if talk.state.pending:
        return decline(talk)
    if question == CONFIRM_ORDER_NUMBER:
        question = ORDER_NUMBER
    known = talk.question(question)
    routes = known is not None and isinstance(known.expects, Choice)
    if not given_up:
        talk.say(NUMBER_DROPPED if talk.state.draft else LeftOpen("" if routes else "on_card"))
    talk.change(draft="")
    talk.case = talk.case.with_answer(question, None)
    return go_on(talk)


def decline(talk: Talk) -> Reply:
    """Leave a question of the talk itself where it is."""
    talk.change(pending=None)
    return say_goodbye(talk)


def say_goodbye(talk: Talk) -> Reply:
    """End the talk. What is open stays kept."""
    kept = any(talk.is_alive(case) for case in talk.state.cases)
    talk.say(GOODBYE_KEPT if kept else GOODBYE)
    return talk.close()


def resume(talk: Talk) -> Reply:
    """Go back to the case that was offered."""
    talk.change(active=talk.state.pending.case if talk.state.pending else None, pending=None)
    talk.say(Resumed(called(talk.case)))
    return go_on(talk)


def miss(talk: Talk) -> Reply:
    """Not understood: other words, then an example, then a way out. Never a loop."""
    talk.missed = True
    question = talk.open_question
    if question is None:
        talk.change(active=None)
        question = WHICH_PROBLEM
    talk.change(misses=talk.state.misses + 1)
    if talk.state.misses < MISSES_ON_A_QUESTION:
        talk.say(MISHEARD)
        return go_on(talk, "rephrase" if talk.state.misses == 1 else "example")
    talk.change(misses=0, given_up=talk.state.given_up + 1)
    if question in TALK_QUESTIONS or talk.state.given_up >= QUESTIONS_GIVEN_UP:
        talk.change(given_up=0, pending=None)
        talk.say(CANT_MAKE_IT_OUT)
        return talk.close()
    talk.say(WAY_OUT)
    return leave_open(talk, given_up=True)


def go_back(talk: Talk) -> Reply:
    """Drop the last answer of the path and ask it again."""
    if talk.state.draft:
        talk.change(draft="")
        talk.say(WENT_BACK)
        return go_on(talk)
    talk.change(pending=None)
    answered = [q for q in talk.place().answered if q in talk.case.answers] if talk.state.case else []
    if not answered:
        talk.say(NOTHING_BEFORE)
        return go_on(talk)
    talk.case = replace(talk.case.without_answer(answered[-1]), reopened=None)
    talk.say(WENT_BACK)
    return go_on(talk)


def start_over(talk: Talk) -> Reply:
    """Forget the active case and ask for the problem."""
    if talk.state.active is not None:
        talk.release_reminder()
        talk.state = talk.state.without_case(talk.state.active)
    talk.change(pending=None, draft="", loose={})
    talk.say(STARTED_OVER)
    return go_on(talk)


def change_answer(talk: Talk, turn: Turn) -> Reply:
    """Ask again for a fact that the person says is wrong, unless the right one came with it."""
    if turn.facts and talk.state.case is not None:
        before = talk.case.answers
        if take_facts(talk, turn.facts):
            # What changes nothing leaves what was asked open.
            talk.change(pending=talk.state.pending if talk.case.answers == before else None)
            return go_on(talk)
    if talk.state.case is None or turn.field is None or talk.question(turn.field) is None:
        return miss(talk)
    if turn.field == ORDER_NUMBER:
        talk.change(draft="")
    talk.change(pending=None)
    if turn.field == TICKET:
        talk.case = replace(talk.case, reopened=TICKET)
        return go_on(talk)
    talk.case = replace(talk.case.without_answer(turn.field), reopened=turn.field)
    talk.say(WENT_BACK)
    return go_on(talk)
