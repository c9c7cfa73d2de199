"""Opening the skill: a greeting to somebody new, and to somebody who comes back what is next in their case."""

from skill.conversation import cases, choosing
from skill.conversation.acts import Welcome, WelcomeBack
from skill.conversation.listing import listed
from skill.conversation.naming import called
from skill.conversation.reply import Reply
from skill.conversation.state import Case
from skill.conversation.talk import Talk
from skill.conversation.telling import go_on


def _is_worth_a_word(talk: Talk, case: Case) -> bool:
    """Whether the case asks something, or waits for somebody; what is told to the end needs no mention."""
    until = talk.waits_until(case)
    return talk.is_open(case) or (until is not None and until > talk.now)


def come_back(talk: Talk) -> Reply:
    """What was broken off goes on, then what is due; else how it stands with what waits."""
    talk.change(pending=None)
    alive = [index for index in listed(talk) if _is_worth_a_word(talk, talk.state.cases[index])]
    here = talk.state.case
    first = alive[0] if alive else None
    if here and talk.is_begun(here):
        first = talk.state.active
    if first is not None and talk.is_open(talk.state.cases[first]):
        talk.change(active=first)
        talk.say(WelcomeBack(called(talk.case)))
        return go_on(talk)
    talk.change(active=None)
    talk.say(Welcome("again" if talk.state.cases else ""))
    if not alive:
        return go_on(talk)
    if len(alive) > 1:
        return choosing.list_cases(talk)
    talk.change(active=first)
    return cases.status(talk)
