"""A package that is lost or late: what it was, what the tracking says, who sold it, then the channel graph."""

from skill.decision.condition import Both, Either, Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Model, Rule, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import CHANNEL_GRAPH, ORDER_WANTS
from skill.decision.models.intake import NOT_TRIED, SELLER_KNOWN, WHO_SOLD_IT, self_help
from skill.decision.models.questions import QUESTIONS

_DELIVERED = Is("status", "delivered")

_NOT_ARRIVED = Part("lost.not_arrived", Either(Is("status", "stuck", "late", "none"), Unknown("status")))
_NOT_RECEIVED = Part("lost.not_received", _DELIVERED)
_WHAT_IS_MISSING = (_NOT_ARRIVED, _NOT_RECEIVED)
_IT_IS_MISSING = (Part("lost.it_not_arrived", _NOT_ARRIVED.when), Part("lost.it_not_received", _DELIVERED))
"""The same, where the item was just named."""

_HAS_TRACKING = Either(Is("status", "delivered", "stuck", "late"), Unknown("status"))
_TRACKING = (
    Part("lost.tracking", _HAS_TRACKING),
    Part("lost.last_status", _HAS_TRACKING),
    Part("lost.no_tracking", Is("status", "none")),
)

_DONE = (parts.ADDRESS_CHECKED, Part("done.tracking_checked", Is("tried", "yes")))
_ASK_SHORT = (Part("lost.ask_short"),)

_CHAT = parts.chat(
    "lost.chat",
    (parts.ORDER_PROBLEM, *_WHAT_IS_MISSING, parts.ORDERED_ON),
    _DONE,
    _ASK_SHORT,
    details=_TRACKING,
)
_CALL = parts.call("lost.call", (parts.ORDER_PROBLEM, *_WHAT_IS_MISSING), _ASK_SHORT)
_EMAIL = parts.email(
    "lost.email",
    (parts.ORDER_PLACED, *_WHAT_IS_MISSING),
    _DONE,
    (Part("lost.ask_full"),),
    details=_TRACKING,
    subject=Part("lost.subject"),
    attached=Part("lost.attached", Is("files", "yes")),
)
_TO_SELLER = parts.to_seller(
    "lost.seller", _IT_IS_MISSING, (parts.ADDRESS_CHECKED,), (Part("lost.ask_seller"),), details=_TRACKING
)

LOST_PACKAGE = Model(
    id="lost_package",
    version=2,
    kinds=("P-LOST",),
    start="item",
    intake=(
        Ask("item", otherwise("status")),
        Ask("status", Rule(_DELIVERED, "checked"), otherwise("tried")),
        self_help("checked", then="sold_by"),
        self_help("tried", then="sold_by"),
        *WHO_SOLD_IT,
    ),
    shared=CHANNEL_GRAPH,
    questions=QUESTIONS,
    follows=SELLER_KNOWN,
    volunteered=("ordered", "status_date", "window", "files"),
    wants=ORDER_WANTS,
    messages=parts.by_channel(
        chat=_CHAT,
        call=_CALL,
        to_seller=_TO_SELLER,
        email=_EMAIL,
        claim=parts.claim("lost.claim", (*_WHAT_IS_MISSING, *_TRACKING)),
    ),
    first_steps=(
        Part("step.look_at_tracking", Either(Is("status", "none"), Unknown("status"))),
        Part("step.wheres_my_package", Both(_NOT_ARRIVED.when, NOT_TRIED)),
        Part("step.check_address", Is("checked", "no")),
        Part("step.find_tracking_number", Is("status", "delivered", "stuck", "late")),
    ),
    words={"tried": "tracking", "solved": "goods", "email_solved": "goods"},
)
"""The decision for a package that is lost, late, or marked as delivered and not there."""
