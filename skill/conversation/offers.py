"""What is offered when an outcome is told, one at a time: a reminder, the name on the letter, the other case."""

from skill.conversation.cards import latest_message, signed
from skill.conversation.errands import NAME
from skill.conversation.moments import kind_time
from skill.conversation.reply import Reply
from skill.conversation.state import Pending
from skill.conversation.talk import REMIND, RESUME, SIGN, Talk, zone_of


def offer(talk: Talk, *, reminder: bool = False, name: bool = True) -> Reply:
    """Ask for the next thing that is worth it, or close.

    A reminder is offered once an outcome, when it is told for the first time; the name once a person.
    """
    talk.change(pending=None)
    until = talk.waits_until(talk.case) if talk.state.case else None
    if reminder and until and until > talk.now and talk.case.reminder is None:
        return talk.put(REMIND, at=kind_time(until, zone_of(talk)))
    if name and _may_be_signed(talk):
        talk.change(asked_name=True)
        return talk.put(SIGN)
    return offer_the_other(talk)


def _may_be_signed(talk: Talk) -> bool:
    """Whether the active case waits with a letter that has a gap for the name, and nobody was asked for it yet."""
    if talk.state.asked_name or talk.state.case is None or talk.is_open(talk.case):
        return False
    return has_a_gap_for_the_name(talk) and talk.looked_up(NAME) and talk.turn.signature is None


def has_a_gap_for_the_name(talk: Talk) -> bool:
    """Whether the active case's message is one that is signed."""
    found = latest_message(talk, talk.case)
    if found is None:
        return False
    _, outcome, channel = found
    return signed(talk.model.messages[outcome.id, channel])


def offer_the_other(talk: Talk) -> Reply:
    """Close, or ask about another case that was left in the middle or is due."""
    others = ((index, case) for index, case in enumerate(talk.state.cases) if index != talk.state.active)
    waiting = [index for index, case in others if talk.is_open(case)]
    if not waiting:
        return talk.close()
    talk.change(pending=Pending(RESUME, waiting[-1]))
    return talk.ask(RESUME)
