"""Facts that somebody tells, wherever the talk stands: of the active case, of one that waits, or of a new problem."""

from skill.conversation import choosing, waiting
from skill.conversation.contact import ABOUT_AN_ANSWER, CONTACT
from skill.conversation.facts import TICKET, problem_of, take_facts, take_loose
from skill.conversation.listing import listed
from skill.conversation.moves import miss
from skill.conversation.opening import open_by_facts, other_problem, taken
from skill.conversation.reply import Reply
from skill.conversation.state import Case
from skill.conversation.talk import WHICH_CASE, Talk
from skill.conversation.telling import go_on
from skill.conversation.turn import Intention, Said, Turn
from skill.value import replace


def tell(talk: Talk, turn: Turn) -> Reply:
    """Take what is told, and go on."""
    pending = talk.state.pending
    if pending and pending.question == WHICH_CASE and choosing.names_a_case(turn):
        return choosing.with_case(talk, replace(turn, intention=Intention.CONTINUE))
    unsent = waiting.says_not_sent(talk, turn.facts)
    if unsent is not None:
        return waiting.not_sent(talk, unsent)
    waits = waiting.case_that_waits(talk)
    if waits is not None and waiting.is_only_promised(turn.facts):
        return waiting.wait_longer(talk, waits, waiting.FOR_A_PROMISE)
    if turn.facts and all(said.question == TICKET for said in turn.facts):
        return _tell_ticket(talk, turn)
    if talk.state.case is None:
        return _tell_before_the_problem(talk, turn)
    other = None if taken(talk.model, turn.facts) else other_problem(turn)
    if other:
        return open_by_facts(talk, other, turn)
    before = talk.case.answers
    talk.change(pending=None)
    understood = take_facts(talk, turn.facts)
    if talk.case.answers == before:
        # What changes nothing leaves what was asked open.
        talk.change(pending=pending)
    return go_on(talk) if understood else miss(talk)


def _tell_ticket(talk: Talk, turn: Turn) -> Reply:
    """Note a ticket number for the case that is talked about, or the most urgent one; nothing else changes."""
    alive = listed(talk)
    if talk.state.case is None and alive:
        talk.change(active=alive[0])
        take_facts(talk, turn.facts)
        return talk.close()
    if talk.state.case is None:
        return go_on(talk) if take_loose(talk, turn.facts) else miss(talk)
    question = talk.open_question
    take_facts(talk, turn.facts)
    return go_on(talk) if question else talk.close()


def _tell_before_the_problem(talk: Talk, turn: Turn) -> Reply:
    if any(said.question in ABOUT_AN_ANSWER for said in turn.facts):
        awaited = [index for index, case in enumerate(talk.state.cases) if _is_about_an_answer_to(talk, case)]
        if awaited:
            talk.change(active=awaited[-1])
            return tell(talk, turn)
    problem = next((named for said in turn.facts if (named := problem_of(said))), None)
    if problem:
        return open_by_facts(talk, problem, turn)
    return go_on(talk) if take_loose(talk, turn.facts) else miss(talk)


def _is_about_an_answer_to(talk: Talk, case: Case) -> bool:
    """Whether the case waits for somebody's answer, or asks whether it came."""
    return bool(talk.next_question(case)) or talk.is_due(case)


def tell_sent(talk: Talk, turn: Turn) -> Reply:
    """Somebody sent it on Monday: news of a case that waits, or the answer to whether one has written at all."""
    index = waiting.case_that_waits(talk)
    if index is None or talk.open_question == "contacted":
        return tell(talk, replace(turn, facts=(Said(CONTACT, "written"),)))
    day = next((said.value for said in turn.facts if said.question == "sent_date"), None)
    return waiting.was_sent(talk, index, day)
