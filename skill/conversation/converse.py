"""One turn of talk: state and turn in, reply and state out. Decided here, worded elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.conversation.acts import HELP, NO_MESSAGE_YET, NOT_TAKEN, ReadMessage, Welcome, WelcomeBack
from skill.conversation.asides import more_is_left, say_by_the_way, tell_again, tell_more, tell_topic
from skill.conversation.contact import ABOUT_AN_ANSWER
from skill.conversation.facts import MATTER, matter_of, problem_meant, problem_of, take_facts, take_loose
from skill.conversation.moves import (
    change_answer,
    decline,
    go_back,
    leave_open,
    miss,
    resume,
    say_goodbye,
    start_over,
)
from skill.conversation.opening import open_by_facts, open_with, other_problem, taken
from skill.conversation.reply import Reply
from skill.conversation.state import State
from skill.conversation.talk import (
    ANYTHING_ELSE,
    CONFIRM_ORDER_NUMBER,
    ORDER_NUMBER,
    RESUME,
    TALK_QUESTIONS,
    WHICH_PROBLEM,
    Talk,
)
from skill.conversation.telling import go_on, latest_card, tell_outcome
from skill.conversation.turn import Intention, Said, Turn
from skill.decision.expects import Choice
from skill.decision.model import Model

CONTACT_SELLER = "contact_seller"


def converse(models: Mapping[str, Model], state: State, turn: Turn) -> tuple[Reply, State]:
    """What we say to this turn, and what we remember after it. Never raises for anything that a person can say."""
    if turn.new_session:
        state = replace(state, misses=0, given_up=0, offered=None, asked=None, manner=None, topic=None)
    talk = Talk(models, state, turn)
    reply = _MOVES[turn.intention](talk, turn)
    if not talk.missed:
        talk.change(misses=0, given_up=0)
    if not talk.told_topic:
        talk.change(topic=None, page=0)
    return reply, talk.state


def _open(talk: Talk, _turn: Turn) -> Reply:
    indexes = range(len(talk.state.cases))
    open_ones = [index for index in indexes if talk.is_open(talk.state.cases[index])]
    active = talk.state.active if talk.state.active in open_ones else max(open_ones, default=None)
    talk.change(offered=None, active=active)
    if active is None:
        talk.say(Welcome("again" if talk.state.cases else ""))
    else:
        talk.say(WelcomeBack(talk.case.model))
    return go_on(talk)


def _problem(talk: Talk, turn: Turn) -> Reply:
    if talk.open_question == MATTER and talk.model.id == CONTACT_SELLER:
        matter = matter_of(turn.problem or "", turn.facts)
        if matter:
            return _tell(talk, replace(turn, facts=taken(talk.model, matter)))
    if _is_only_about_an_answer(talk, turn):
        return _tell(talk, turn)
    problem = problem_meant(turn.problem or "", turn.facts)
    return open_with(talk, problem, turn) if problem == turn.problem else open_by_facts(talk, problem, turn)


def _is_only_about_an_answer(talk: Talk, turn: Turn) -> bool:
    """Whether "the seller never answered" is said in the middle of a case: it tells of that case, and opens none."""
    told = bool(turn.facts) and all(said.question in ABOUT_AN_ANSWER for said in turn.facts)
    return told and turn.problem == CONTACT_SELLER and talk.open_question not in (None, *TALK_QUESTIONS)


def _tell(talk: Talk, turn: Turn) -> Reply:
    if talk.state.case is None:
        return _tell_before_the_problem(talk, turn)
    talk.change(offered=None)
    other = None if taken(talk.model, turn.facts) else other_problem(turn)
    if other:
        return open_by_facts(talk, other, turn)
    return go_on(talk) if take_facts(talk, turn.facts) else miss(talk)


def _tell_before_the_problem(talk: Talk, turn: Turn) -> Reply:
    if any(said.question in ABOUT_AN_ANSWER for said in turn.facts):
        waiting = [index for index, case in enumerate(talk.state.cases) if talk.next_question(case)]
        if waiting:
            talk.change(active=waiting[-1])
            return _tell(talk, turn)
    problem = next((named for said in turn.facts if (named := problem_of(said))), None)
    if problem:
        return open_by_facts(talk, problem, turn)
    return go_on(talk) if take_loose(talk, turn.facts) else miss(talk)


def _yes(talk: Talk, turn: Turn) -> Reply:
    question = talk.open_question
    if talk.state.asked == ANYTHING_ELSE:
        talk.change(active=None)
        return go_on(talk)
    if question == RESUME:
        return resume(talk)
    if question == CONFIRM_ORDER_NUMBER:
        talk.case = talk.case.with_answer(ORDER_NUMBER, talk.state.draft)
        talk.change(draft="")
        return go_on(talk)
    if question == ORDER_NUMBER:
        return go_on(talk, "rephrase")
    return _yes_or_no(talk, turn, "yes")


def _no(talk: Talk, turn: Turn) -> Reply:
    question = talk.open_question
    if question == RESUME:
        return decline(talk)
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
    return _tell(talk, replace(turn, facts=(Said(known.id, answer),)))


def _skip(talk: Talk, _turn: Turn) -> Reply:
    if talk.state.asked == ANYTHING_ELSE:
        return say_goodbye(talk)
    return leave_open(talk) if talk.open_question else _open(talk, _turn)


def _next(talk: Talk, turn: Turn) -> Reply:
    return tell_more(talk) if more_is_left(talk) else _skip(talk, turn)


def _correct(talk: Talk, turn: Turn) -> Reply:
    if not turn.facts or talk.state.case is None:
        return _tell(talk, turn)
    if talk.open_question == CONFIRM_ORDER_NUMBER and all(said.value is None for said in turn.facts):
        return _no(talk, turn)
    return change_answer(talk, turn)


def _repeat(talk: Talk, _turn: Turn) -> Reply:
    if talk.state.topic:
        return tell_again(talk)
    if talk.open_question is None:
        return tell_outcome(talk)
    manner = talk.state.manner or ""
    talk.change(asked=None, manner=None)
    return go_on(talk, manner)


def _read_message(talk: Talk, _turn: Turn) -> Reply:
    newest_first = [case for case in (talk.state.case, *reversed(talk.state.cases)) if case]
    card = next((card for case in newest_first if (card := latest_card(talk, case))), None)
    if card is None:
        talk.say(NO_MESSAGE_YET)
        return go_on(talk)
    talk.say(ReadMessage(card.paragraphs, card.facts))
    return go_on(talk) if talk.open_question else talk.close()


_MOVES: dict[Intention, Callable[[Talk, Turn], Reply]] = {
    Intention.OPEN: _open,
    Intention.PROBLEM: _problem,
    Intention.TELL: _tell,
    Intention.CORRECT: _correct,
    Intention.CHANGE: lambda talk, turn: change_answer(talk, turn),
    Intention.YES: _yes,
    Intention.NO: _no,
    Intention.DONT_KNOW: _skip,
    Intention.SKIP: _skip,
    Intention.BACK: lambda talk, _: go_back(talk),
    Intention.START_OVER: lambda talk, _: start_over(talk),
    Intention.REPEAT: _repeat,
    Intention.READ_MESSAGE: _read_message,
    Intention.ASK_ABOUT: lambda talk, turn: tell_topic(talk, turn.topic or "who"),
    Intention.MORE: lambda talk, _: tell_more(talk),
    Intention.NEXT: _next,
    Intention.HELP: lambda talk, _: say_by_the_way(talk, HELP),
    Intention.STOP: lambda talk, _: say_goodbye(talk),
    Intention.MISHEARD: lambda talk, _: miss(talk),
    Intention.SECRET: lambda talk, _: say_by_the_way(talk, NOT_TAKEN),
}
