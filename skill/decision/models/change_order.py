"""Cancelling an order, or changing its address, now: urgent and simple, so hardly a question."""

from skill.decision.condition import Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Model, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import (
    CHANNEL_GRAPH,
    ORDER_NUMBER_IN_WRITING,
    ORDER_WANTS,
    SETTLED_IN_WRITING,
)
from skill.decision.models.intake import NOT_TRIED, self_help
from skill.decision.models.questions import QUESTIONS

_WANTED = (
    Part("change.cancel", Is("change", "cancel")),
    Part("change.address", Is("change", "address")),
    Part("change.unclear", Unknown("change")),
)
_PROBLEM = (parts.ITEM, *_WANTED)
_DONE = (Part("done.change_failed", Is("tried", "yes")),)
_ASK = (Part("change.ask"),)

_CHAT = parts.chat("change.chat", (Part("change.order"), *_PROBLEM), _DONE, _ASK)
_CALL = parts.call("change.call", (Part("change.order"), *_PROBLEM), _ASK)
_EMAIL = parts.email(
    "change.email",
    (parts.ORDER_PLACED, *_PROBLEM),
    _DONE,
    _ASK,
    subject=Part("change.subject"),
    attached=parts.ATTACHED_PROOF,
)

CHANGE_ORDER = Model(
    id="change_order",
    version=1,
    kinds=("P-CHANGE",),
    start="change",
    intake=(Ask("change", otherwise("tried")), self_help("tried", then="call_or_chat")),
    shared=CHANNEL_GRAPH,
    questions=QUESTIONS,
    given={"urgent": "yes", **SETTLED_IN_WRITING},
    volunteered=("item", "ordered", "contact_by", "sold_by", "window"),
    wants=ORDER_WANTS | {"call_or_chat": (ORDER_NUMBER_IN_WRITING,)},
    messages={
        ("call_or_chat", "C-CHAT"): _CHAT,
        ("call_or_chat", "C-CALLBACK"): _CALL,
        ("email", "C-EMAIL"): _EMAIL,
        ("claim", "C-ORDERS-FORM"): parts.claim("change.claim", _PROBLEM),
    },
    first_steps=(
        Part("step.change_yourself", NOT_TRIED),
        Part("step.address_on_page", Is("change", "address")),
    ),
    words={"tried": "change", "solved": "change", "email_solved": "change"},
)
"""The decision for an order that must be cancelled or sent elsewhere before it leaves."""
