"""A package that is lost or late: what it was, what the tracking says, who sold it, then the channel graph."""

from skill.decision.check import drawn
from skill.decision.condition import Either, Is, Unknown
from skill.decision.message import Message, Part
from skill.decision.model import Ask, Model, Rule, Want, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import CHANNEL_GRAPH
from skill.decision.models.questions import QUESTIONS

_DELIVERED = Is("status", "delivered")

_NOT_ARRIVED = Part("lost.not_arrived", Either(Is("status", "stuck", "late", "none"), Unknown("status")))
_NOT_RECEIVED = Part("lost.not_received", _DELIVERED)
_WHAT_IS_MISSING = (_NOT_ARRIVED, _NOT_RECEIVED)

_HAS_TRACKING = Either(Is("status", "delivered", "stuck", "late"), Unknown("status"))
_TRACKING = (
    Part("lost.tracking", _HAS_TRACKING),
    Part("lost.last_status", _HAS_TRACKING),
    Part("lost.no_tracking", Is("status", "none")),
)

_CHAT = Message(
    "lost.chat",
    (
        (parts.GREETING,),
        (parts.ORDER_PROBLEM, *_WHAT_IS_MISSING, parts.ORDERED_ON),
        _TRACKING,
        (parts.ADDRESS_CHECKED, *parts.HISTORY),
        (Part("lost.ask_short"),),
    ),
)
_EMAIL = Message(
    "lost.email",
    (
        (parts.GREETING,),
        (Part("order_placed"), *_WHAT_IS_MISSING),
        _TRACKING,
        (parts.ADDRESS_CHECKED, *parts.HISTORY),
        (Part("lost.ask_full"),),
        (Part("lost.attached", Is("files", "yes")),),
        (parts.REGARDS,),
    ),
    subject=Part("lost.subject"),
)
_TO_SELLER = Message(
    "lost.seller",
    (
        (parts.GREETING,),
        (Part("order_from_you"), *_WHAT_IS_MISSING, parts.ORDERED_ON),
        _TRACKING,
        (parts.ADDRESS_CHECKED,),
        (Part("lost.ask_seller"),),
        (parts.CLOSING,),
    ),
)

LOST_PACKAGE = drawn(
    Model(
        id="lost_package",
        version=1,
        start="item",
        intake=(
            Ask("item", otherwise("status")),
            Ask("status", Rule(_DELIVERED, "checked"), otherwise("sold_by")),
            Ask("checked", otherwise("sold_by")),
            Ask("sold_by", Rule(Is("sold_by", "seller"), "contacted"), otherwise("urgent")),
            Ask("contacted", Rule(Is("contacted", "yes"), "seller_answered"), otherwise("urgent")),
        ),
        shared=CHANNEL_GRAPH,
        questions=QUESTIONS,
        implied={"seller_answered": ("contacted", "yes"), "contacted": ("sold_by", "seller")},
        volunteered=("ordered", "status_date", "window"),
        wants={
            "call_or_chat": (Want("order_number"),),
            "chat_or_seller": (Want("order_number"),),
            "email": (Want("order_number"), Want("ordered")),
        },
        messages={
            ("call_or_chat", "C-CHAT"): _CHAT,
            ("chat_or_seller", "C-CHAT"): _CHAT,
            ("chat_or_seller", "C-SELLER"): _TO_SELLER,
            ("email", "C-EMAIL"): _EMAIL,
            ("claim", "C-ORDERS-FORM"): parts.claim("lost.claim", (*_WHAT_IS_MISSING, *_TRACKING)),
        },
        first_steps=(
            Part("step.look_at_tracking", Either(Is("status", "none"), Unknown("status"))),
            Part("step.check_address", Is("checked", "no")),
            Part("step.find_tracking_number", Is("status", "delivered", "stuck", "late")),
        ),
    )
)
"""The decision for a package that is lost, late, or marked as delivered and not there."""
