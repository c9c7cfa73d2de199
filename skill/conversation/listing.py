"""The cases that are alive, the most urgent one first."""

from skill.conversation.acts import CaseList
from skill.conversation.cards import last_told
from skill.conversation.naming import called
from skill.conversation.plain_acts import NO_CASES
from skill.conversation.reply import Reply
from skill.conversation.state import Case
from skill.conversation.talk import WHICH_PROBLEM, Talk

MOST_NAMED = 3
"""Lists come in threes."""


def listed(talk: Talk) -> list[int]:
    """The indexes of the cases that are alive: what is due, what was begun, then what waits longest."""
    alive = [index for index, case in enumerate(talk.state.cases) if talk.is_alive(case)]
    return sorted(alive, key=lambda index: _urgency(talk, talk.state.cases[index]))


def _urgency(talk: Talk, case: Case) -> tuple[int, float]:
    rank = 0 if talk.is_due(case) else 1 if talk.is_begun(case) else 2
    until = talk.waits_until(case) or max(case.reached.values(), default=None)
    return rank, until.timestamp() if until else 0.0


def name_cases(talk: Talk, indexes: list[int]) -> None:
    """Name the cases of these indexes, the first ones by their names."""
    names = tuple(called(talk.state.cases[index]) for index in indexes)
    talk.say(CaseList(names[:MOST_NAMED], max(0, len(names) - MOST_NAMED)))


def take_up_a_message(talk: Talk) -> None:
    """Where no case is talked about, make the one the active one whose message was told last."""
    told = [index for index in listed(talk) if last_told(talk, talk.state.cases[index])]
    if talk.state.active is None and told:
        talk.change(active=max(told))


def no_cases(talk: Talk) -> Reply:
    """There is no case to speak of: ask what the problem is."""
    talk.change(active=None, pending=None)
    talk.say(NO_CASES)
    return talk.ask(WHICH_PROBLEM)
