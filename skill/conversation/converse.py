"""One turn of talk: state and turn in, reply and state out. Decided here, worded elsewhere."""

from collections.abc import Callable, Mapping

from skill.conversation import cases, choosing, reminders, signing
from skill.conversation.acts import ReadMessage
from skill.conversation.answering import no, skip, wait, yes
from skill.conversation.asides import more_is_left, say_by_the_way, tell_again, tell_more, tell_topic
from skill.conversation.cards import latest_card
from skill.conversation.coming_back import come_back
from skill.conversation.contact import ABOUT_AN_ANSWER, SETTLED_BY
from skill.conversation.facts import MATTER, matter_of, problem_meant
from skill.conversation.moves import (
    change_answer,
    go_back,
    miss,
    resume,
    say_goodbye,
    start_over,
)
from skill.conversation.opening import open_by_facts, open_with, taken
from skill.conversation.plain_acts import HELP, NO_MESSAGE_YET, NOT_TAKEN
from skill.conversation.reply import Reply
from skill.conversation.state import State
from skill.conversation.taking import tell, tell_sent
from skill.conversation.talk import (
    CONFIRM_ORDER_NUMBER,
    OFFERED,
    RESUME,
    SIGN,
    TALK_QUESTIONS,
    WHICH_CASE,
    Talk,
)
from skill.conversation.telling import advise_again, go_on, tell_outcome
from skill.conversation.turn import Consent, Intention, Said, Turn
from skill.decision.model import Model
from skill.value import replace

CONTACT_SELLER = "contact_seller"
RETURN_REFUND = "return_refund"


def converse(models: Mapping[str, Model], state: State, turn: Turn) -> tuple[Reply, State]:
    """What we say to this turn, and what we remember after it. Never raises for anything that a person can say."""
    if turn.new_session:
        state = replace(state, misses=0, given_up=0, pending=None, asked=None, manner=None, topic=None)
    zone = turn.zone.key if turn.zone else state.zone
    talk = Talk(models, replace(state, last_word=turn.now, zone=zone), turn)
    reply = _MOVES[turn.intention](talk, turn)
    if not talk.missed:
        talk.change(misses=0, given_up=0)
    if not talk.told_topic:
        talk.change(topic=None, page=0)
    return reply, talk.state


def _problem(talk: Talk, turn: Turn) -> Reply:
    pending = talk.state.pending
    if pending and pending.question == WHICH_CASE:
        kinds = [case.model for case in talk.state.cases if talk.is_alive(case)]
        if turn.problem in kinds:
            return choosing.with_case(talk, replace(turn, intention=Intention.CONTINUE))
    if talk.open_question == MATTER and talk.model.id == CONTACT_SELLER:
        matter = matter_of(turn.problem or "", turn.facts)
        if matter:
            return tell(talk, replace(turn, facts=taken(talk.model, matter)))
    if _is_only_about_an_answer(talk, turn):
        return tell(talk, turn)
    if talk.open_question == SETTLED_BY and turn.problem == RETURN_REFUND:
        return tell(talk, replace(turn, facts=(Said(SETTLED_BY, "refund"),)))
    problem = problem_meant(turn.problem or "", turn.facts)
    return open_with(talk, problem, turn) if problem == turn.problem else open_by_facts(talk, problem, turn)


def _is_only_about_an_answer(talk: Talk, turn: Turn) -> bool:
    """Whether "the seller never answered" is said in the middle of a case: it tells of that case, and opens none."""
    told = bool(turn.facts) and all(said.question in ABOUT_AN_ANSWER for said in turn.facts)
    return told and turn.problem == CONTACT_SELLER and talk.open_question not in (None, *TALK_QUESTIONS)


def _next(talk: Talk, turn: Turn) -> Reply:
    return tell_more(talk) if more_is_left(talk) else skip(talk, turn)


def _correct(talk: Talk, turn: Turn) -> Reply:
    if not turn.facts or talk.state.case is None:
        return tell(talk, turn)
    if talk.open_question == CONFIRM_ORDER_NUMBER and all(said.value is None for said in turn.facts):
        return no(talk, turn)
    return change_answer(talk, turn)


def _repeat(talk: Talk, _turn: Turn) -> Reply:
    if talk.state.topic:
        return tell_again(talk)
    question = talk.open_question
    if question is None:
        return tell_outcome(talk)
    if question in OFFERED and talk.state.case:
        advise_again(talk)
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


def _consent(talk: Talk, turn: Turn) -> Reply:
    pending = talk.state.pending
    consent = turn.consent or Consent.UNHEARD
    if pending and pending.question == SIGN:
        return signing.consented(talk, consent)
    return reminders.consented(talk, consent)


def _continue(talk: Talk, turn: Turn) -> Reply:
    pending = talk.state.pending
    if turn.problem and not choosing.is_known(talk, turn):
        return open_with(talk, turn.problem, replace(turn, facts=()))
    if (pending and pending.question == WHICH_CASE) or choosing.names_a_case(turn) or talk.state.case is None:
        return choosing.with_case(talk, turn)
    if pending and pending.question == RESUME:
        return resume(talk)
    return choosing.with_case(talk, turn) if talk.open_question is None else go_on(talk)


_MOVES: dict[Intention, Callable[[Talk, Turn], Reply]] = {
    Intention.OPEN: lambda talk, _: come_back(talk),
    Intention.PROBLEM: _problem,
    Intention.TELL: tell,
    Intention.CORRECT: _correct,
    Intention.CHANGE: lambda talk, turn: change_answer(talk, turn),
    Intention.YES: yes,
    Intention.NO: no,
    Intention.DONT_KNOW: skip,
    Intention.SKIP: skip,
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
    Intention.STATUS: choosing.with_case,
    Intention.CONTINUE: _continue,
    Intention.LIST_CASES: lambda talk, _: choosing.list_cases(talk),
    Intention.CLOSE_CASE: choosing.with_case,
    Intention.RENAME_CASE: cases.rename,
    Intention.SEND_AGAIN: choosing.with_case,
    Intention.SEND_AS: cases.send_as,
    Intention.FORGET_CASE: choosing.with_case,
    Intention.FORGET_ME: lambda talk, _: cases.ask_to_forget_me(talk),
    Intention.REMIND: reminders.propose,
    Intention.CANCEL_REMINDER: lambda talk, _: reminders.cancel(talk),
    Intention.REMINDED: reminders.answered,
    Intention.WAIT: wait,
    Intention.SENT: tell_sent,
    Intention.SIGN: lambda talk, _: signing.sign(talk),
    Intention.CONSENT: _consent,
    Intention.SECRET: lambda talk, _: say_by_the_way(talk, NOT_TAKEN),
}
