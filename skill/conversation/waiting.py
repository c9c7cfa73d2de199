"""While somebody else has the next word: not sent yet, sent on another day, or rather asked later."""

from datetime import date, datetime, timedelta

from skill.conversation.cards import latest_card
from skill.conversation.contact import CONTACT
from skill.conversation.moments import day_of
from skill.conversation.offers import offer
from skill.conversation.plain_acts import NO_HURRY, SEND_IT_NOW
from skill.conversation.reply import Reply
from skill.conversation.state import Case
from skill.conversation.talk import Talk
from skill.conversation.telling import go_on
from skill.conversation.turn import Said
from skill.conversation.values import Taken, take
from skill.decision.model import Ask, Outcome
from skill.decision.models.questions import QUESTIONS
from skill.value import replace

ONE_MORE_DAY = timedelta(hours=24)
"""Our own: how much longer we wait when somebody asks for it."""
FOR_A_PROMISE = timedelta(hours=72)
"""Our own: money and parcels that are promised take some days to arrive."""
PROMISED = Said("settled_by", "promised")


def case_that_waits(talk: Talk) -> int | None:
    """The index of the case that has told an outcome with a wait: the active one, or the one told last.

    None in the middle of a case that has told nothing yet: what is said there is about that one.
    """
    if talk.state.case is not None and talk.is_begun(talk.case):
        return None
    waits = [index for index, case in enumerate(talk.state.cases) if _waiting(talk, case)]
    here = talk.state.active
    return here if here in waits else (waits[-1] if waits else None)


def _waiting(talk: Talk, case: Case) -> Outcome | None:
    """The last outcome that the case has told, when it waits for somebody."""
    model = talk.models[case.model]
    told = [model.nodes[node] for node in talk.places.at_any_time(case).path if node in case.reached]
    waits = [node for node in told if isinstance(node, Outcome) and node.wait]
    alive = talk.is_alive(case)
    return waits[-1] if waits and alive else None


def not_sent(talk: Talk, index: int) -> Reply:
    """The message was never sent: it is in the app once more, and the time to answer begins anew."""
    outcome = _begin_anew(talk, index)
    sent = {known: day for known, day in talk.case.sent.items() if known != outcome.id}
    talk.case = replace(talk.case, reached={**talk.case.reached, outcome.id: talk.now}, sent=sent, postponed={})
    talk.release_reminder()
    talk.say(SEND_IT_NOW)
    talk.card = latest_card(talk, talk.case)
    talk.outcome = outcome.id
    return offer(talk, reminder=True)


def wait_longer(talk: Talk, index: int, longer: timedelta) -> Reply:
    """Ask again later, unless more time than that is left anyway."""
    outcome = _begin_anew(talk, index)
    until = max(talk.now + longer, talk.waits_until(talk.case) or talk.now)
    talk.case = replace(talk.case, postponed={**talk.case.postponed, outcome.id: until})
    return _until(talk, until)


def was_sent(talk: Talk, index: int, day: str | None) -> Reply:
    """The message went out on that day, or today where none is named: from then on there is time to answer.

    Where no single day is named ("last week"), later messages leave a gap for it.
    """
    outcome = _begin_anew(talk, index)
    named = _past_day(day, talk) if day else talk.today
    sent_on = named or talk.today
    hours = timedelta(hours=outcome.wait.hours if outcome.wait else 0)
    until = max(talk.now - (talk.today - sent_on) + hours, talk.now)
    talk.case = replace(
        talk.case,
        sent={**talk.case.sent, outcome.id: named.isoformat() if named else ""},
        postponed={**talk.case.postponed, outcome.id: until},
    )
    return _until(talk, until)


def _past_day(named: str, talk: Talk) -> date | None:
    """The day that somebody names, as the last one of that name; None for what is no day."""
    taken = take(QUESTIONS["ordered"], Said("ordered", named), talk.today)
    return day_of(taken.value) if isinstance(taken, Taken) else None


def _until(talk: Talk, until: datetime) -> Reply:
    if until <= talk.now:
        return go_on(talk)
    talk.say(NO_HURRY)
    talk.release_reminder()
    return offer(talk, reminder=True)


def _begin_anew(talk: Talk, index: int) -> Outcome:
    """The outcome that the case waits at, with what was answered after it undone."""
    talk.change(active=index, pending=None)
    outcome = _waiting(talk, talk.case)
    if outcome is None:
        raise ValueError("the case waits for nobody")
    path = talk.places.at_any_time(talk.case).path
    for node_id in path[path.index(outcome.id) + 1 :]:
        node = talk.model.nodes[node_id]
        if isinstance(node, Ask):
            talk.case = talk.case.without_answer(node.question)
    talk.case = replace(talk.case, reopened=None)
    return outcome


def says_not_sent(talk: Talk, facts: tuple[Said, ...]) -> int | None:
    """The index of the case whose message somebody says they never sent, or None."""
    unsent = any(said.question == CONTACT and said.value == "not_yet" for said in facts)
    return case_that_waits(talk) if unsent else None


def is_only_promised(facts: tuple[Said, ...]) -> bool:
    """Whether somebody says that an answer came and nothing else yet."""
    return any((said.question, said.value) == (PROMISED.question, PROMISED.value) for said in facts)
