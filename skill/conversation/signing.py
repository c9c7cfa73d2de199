"""The person's own name under the letter: asked for once, through Alexa, and never kept."""

from skill.conversation.cards import latest_card, latest_message
from skill.conversation.errands import NAME
from skill.conversation.listing import take_up_a_message
from skill.conversation.offers import has_a_gap_for_the_name
from skill.conversation.plain_acts import (
    ALEXA_ASKS,
    ALLOW_IN_APP,
    LOST_THREAD,
    NO_MESSAGE_YET,
    NO_NAME,
    NO_NAME_NEEDED,
    SIGNED,
    UNSIGNED,
)
from skill.conversation.reply import Reply
from skill.conversation.state import Pending
from skill.conversation.talk import SIGN, Talk
from skill.conversation.telling import carry_on, go_on
from skill.conversation.turn import Consent


def sign(talk: Talk) -> Reply:
    """Put the name on the card; where it isn't allowed yet, have Alexa ask for that first."""
    take_up_a_message(talk)
    if talk.state.case is None or latest_message(talk, talk.case) is None:
        talk.say(NO_MESSAGE_YET)
        return go_on(talk)
    if not has_a_gap_for_the_name(talk):
        talk.say(NO_NAME_NEEDED)
        return carry_on(talk, name=False)
    talk.change(asked_name=True, pending=Pending(SIGN, talk.state.active))
    if not talk.looked_up(NAME) or talk.turn.signature is None:
        talk.say(ALEXA_ASKS)
        talk.consent = NAME
        return talk.close()
    return _signed(talk)


def consented(talk: Talk, consent: Consent) -> Reply:
    """Alexa has asked whether we may know the name."""
    pending = talk.state.pending
    if pending is None or pending.case is None:
        talk.say(LOST_THREAD)
        return talk.close()
    talk.change(active=pending.case)
    if consent is Consent.ACCEPTED:
        return _signed(talk)
    if consent is Consent.UNHEARD:
        talk.say(ALLOW_IN_APP)
        talk.consent, talk.by_card = NAME, True
    else:
        talk.say(UNSIGNED)
    return carry_on(talk, name=False)


def decline(talk: Talk) -> Reply:
    """The name stays a gap, which is filled in by hand."""
    talk.say(UNSIGNED)
    return carry_on(talk, name=False)


def _signed(talk: Talk) -> Reply:
    if talk.looked_up(NAME) and not talk.turn.signature:
        talk.say(NO_NAME)
        return carry_on(talk, name=False)
    talk.card = latest_card(talk, talk.case)
    talk.say(SIGNED)
    return carry_on(talk, name=False)
