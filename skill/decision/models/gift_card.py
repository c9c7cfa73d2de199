"""A gift card that is not accepted, lost, or short: its number goes into the message by hand, never by voice."""

from skill.decision.condition import Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Model, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import (
    CALL_BY_PREFERENCE,
    CHANNEL_GRAPH_WITHOUT_ORDER,
    WITHOUT_ORDER,
)
from skill.decision.models.questions import QUESTIONS

_PROBLEM = (
    *(Part(f"gift_card.{state}", Is("card_state", state)) for state in ("refused", "lost", "short")),
    Part("gift_card.unclear", Unknown("card_state")),
)
_NUMBER = (Part("gift_card.number"),)
_ASK = (Part("gift_card.ask"),)

_CHAT = parts.chat("gift_card.chat", _PROBLEM, (), _ASK, details=_NUMBER)
_CALL = parts.call("gift_card.call", _PROBLEM, _ASK)
_EMAIL = parts.email(
    "gift_card.email",
    _PROBLEM,
    (),
    _ASK,
    details=_NUMBER,
    subject=Part("gift_card.subject"),
    attached=Part("gift_card.attached", Is("files", "yes")),
)

GIFT_CARD = Model(
    id="gift_card",
    version=1,
    kinds=("P-GIFTCARD",),
    start="card_state",
    intake=(Ask("card_state", otherwise("urgent")),),
    shared=CHANNEL_GRAPH_WITHOUT_ORDER,
    questions=QUESTIONS,
    given=WITHOUT_ORDER,
    wants={"call_or_chat": (CALL_BY_PREFERENCE,)},
    messages=parts.by_channel_without_order(
        chat=_CHAT, call=_CALL, email=_EMAIL, senior=parts.senior("gift_card.senior", _PROBLEM)
    ),
    first_steps=(Part("step.card_number_by_hand"), Part("step.keep_the_card")),
    words={"solved": "dispute", "email_solved": "dispute"},
)
"""The decision for a gift card that does not do what it should."""
