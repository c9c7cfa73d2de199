"""What can be done with a case: say how it stands, close it, rename it, send its message again, forget it."""

from skill.conversation.acts import Act, Closed, Forgot, Renamed, Resumed, SentAgain, Status
from skill.conversation.cards import card_of, last_told, latest_card, outcome_with
from skill.conversation.errands import ForgetEverything
from skill.conversation.history import SELLER
from skill.conversation.listing import listed, no_cases, take_up_a_message
from skill.conversation.moments import kind_time, moment
from skill.conversation.naming import called
from skill.conversation.offers import offer, offer_the_other
from skill.conversation.plain_acts import FORGOT_EVERYTHING, NO_MESSAGE_YET, NO_SUCH_FORM, NOT_FORGOTTEN
from skill.conversation.reply import Reply
from skill.conversation.state import Case, State
from skill.conversation.talk import (
    ANYTHING_ELSE,
    CASE_NAME,
    FORGET_CASE,
    FORGET_ME,
    Talk,
)
from skill.conversation.telling import go_on
from skill.conversation.turn import Turn
from skill.conversation.values import own_words
from skill.decision.model import Outcome
from skill.value import replace

FORMS = {"chat": ("C-CHAT", "C-DEVICE", "C-ALEXA"), "email": ("C-EMAIL",), "seller": (SELLER,)}
"""The channels of each form in which somebody can want a message, the best one first."""
_WAITS_FOR = {"seller_answered": "seller", "device_works": "device"}
LONGEST_NAME = 60
"""Characters."""


def status(talk: Talk) -> Reply:
    """Say how far the active case has got, and go on where it stands."""
    talk.say(status_of(talk, talk.case))
    if talk.open_question is not None:
        return go_on(talk)
    return talk.ask(ANYTHING_ELSE)


def status_of(talk: Talk, case: Case) -> Act:
    """How far a case has got."""
    name = called(case)
    if not talk.is_alive(case):
        return Status("closed", name)
    if talk.is_open(case):
        return Status("begun" if talk.is_begun(case) else "due", name)
    until = talk.waits_until(case)
    if until is None or until <= talk.now:
        return Status("told", name)
    return Status(_waits_for(talk, case), name, moment(kind_time(until, talk.turn.zone), talk.turn))


def _waits_for(talk: Talk, case: Case) -> str:
    """Whose turn it is: by the question that opens next, or by whom the outcome waits for."""
    outcome = talk.place(case).outcome
    whom = outcome.wait.whom if outcome and outcome.wait else ""
    return _WAITS_FOR.get(talk.next_question(case) or "") or ("seller" if whom == "seller" else "amazon")


def go_on_with(talk: Talk) -> Reply:
    """Take the active case up where it stands."""
    if talk.open_question is None:
        return status(talk)
    talk.say(Resumed(called(talk.case)))
    return go_on(talk)


def close_case(talk: Talk) -> Reply:
    """Close the active case, whatever came of it."""
    talk.release_reminder()
    talk.case = replace(talk.case, closed=talk.now, reopened=None)
    talk.say(Closed(called(talk.case)))
    talk.change(active=None, draft="")
    return offer_the_other(talk)


def send_again(talk: Talk) -> Reply:
    """Put the active case's card in the app once more."""
    card = latest_card(talk, talk.case)
    if card is None:
        talk.say(NO_MESSAGE_YET)
        return go_on(talk)
    talk.card = card
    talk.say(SentAgain(called(talk.case)))
    return go_on(talk) if talk.open_question else offer(talk)


def ask_to_forget(talk: Talk) -> Reply:
    """Ask before the active case is forgotten."""
    return talk.put(FORGET_CASE)


def forget_case(talk: Talk) -> Reply:
    """Forget the case that was asked about, for good."""
    pending = talk.state.pending
    if pending is None or pending.case is None:
        return offer_the_other(talk)
    talk.change(active=pending.case)
    talk.release_reminder()
    talk.say(Forgot(called(talk.case)))
    talk.state = talk.state.without_case(pending.case)
    talk.change(active=None, draft="", loose={})
    return offer_the_other(talk)


def keep(talk: Talk) -> Reply:
    """Nothing is forgotten."""
    talk.say(NOT_FORGOTTEN)
    talk.change(pending=None)
    return go_on(talk) if talk.state.case and talk.open_question else talk.close()


def ask_to_forget_me(talk: Talk) -> Reply:
    """Ask before all is forgotten."""
    return talk.put(FORGET_ME)


def forget_me(talk: Talk) -> Reply:
    """Forget everything that is kept about the person, and take every reminder back."""
    for index in range(len(talk.state.cases)):
        talk.change(active=index)
        talk.release_reminder()
    talk.errands.append(ForgetEverything())
    talk.state = State(turns=talk.state.turns)
    talk.say(FORGOT_EVERYTHING)
    return talk.close()


def rename(talk: Talk, turn: Turn) -> Reply:
    """Give the active case, or the only one, a name."""
    indexes = listed(talk)
    told = next((said.words for said in turn.facts if said.question == "case_name"), "")
    name = own_words(told, LONGEST_NAME)
    if not indexes:
        return no_cases(talk)
    if talk.state.active not in indexes:
        talk.change(active=indexes[0])
    if name is None:
        return talk.put(CASE_NAME)
    talk.change(pending=None)
    talk.case = replace(talk.case, name=name)
    talk.say(Renamed(called(talk.case)))
    return go_on(talk) if talk.open_question else offer(talk)


def send_as(talk: Talk, turn: Turn) -> Reply:
    """Put the message on a card in another form, and remember by what it goes."""
    take_up_a_message(talk)
    case = talk.state.case
    found = last_told(talk, case) if case else None
    if case is None or found is None:
        talk.say(NO_MESSAGE_YET)
        return go_on(talk)
    place, told = found
    other = _in_form(talk, turn.form or "")
    if other is None:
        talk.say(NO_SUCH_FORM)
        return go_on(talk) if talk.open_question else offer(talk)
    node, channel = other
    if (channel == SELLER) == (place.channel == SELLER):
        # A copy for somebody else changes nothing about the message that was advised.
        talk.case = replace(case, sent_by={**case.sent_by, told.id: channel})
    talk.card = card_of(talk, talk.case, place, node, channel)
    talk.channel = channel
    talk.say(SentAgain(called(case)))
    return go_on(talk) if talk.open_question else offer(talk)


def _in_form(talk: Talk, form: str) -> tuple[Outcome, str] | None:
    found = ((outcome_with(talk.model, channel), channel) for channel in FORMS.get(form, ()))
    return next(((node, channel) for node, channel in found if node), None)
