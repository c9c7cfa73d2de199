"""An order that was not shipped, was cancelled, or has wrong details: its own page first, then the channel graph."""

from skill.decision.condition import Either, Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Model, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import CHANNEL_GRAPH, ORDER_WANTS
from skill.decision.models.intake import NOT_TRIED, SELLER_KNOWN, WHO_SOLD_IT, self_help
from skill.decision.models.questions import QUESTIONS

_STATES = (
    *(Part(f"order.{state}", Is("order_state", state)) for state in ("not_shipped", "cancelled", "wrong_details")),
    Part("order.unclear", Unknown("order_state")),
)
_ASKS = (
    Part("order.ask_status", Either(Is("order_state", "not_shipped", "cancelled"), Unknown("order_state"))),
    Part("order.ask_correction", Is("order_state", "wrong_details")),
)
_PROBLEM = (parts.ITEM, *_STATES)
_DONE = (Part("done.order_page_checked", Is("tried", "yes")), parts.WINDOW_CLOSED)

_CHAT = parts.chat("order.chat", (parts.ORDER_PROBLEM, *_PROBLEM, parts.ORDERED_ON), _DONE, _ASKS)
_CALL = parts.call("order.call", (parts.ORDER_PROBLEM, *_PROBLEM), _ASKS)
_EMAIL = parts.email(
    "order.email",
    (parts.ORDER_PLACED, *_PROBLEM),
    _DONE,
    _ASKS,
    subject=Part("order.subject"),
    attached=parts.ATTACHED_PROOF,
)
_TO_SELLER = parts.to_seller("order.seller", _STATES, (), _ASKS)

ORDER_PROBLEM = Model(
    id="order_problem",
    version=1,
    kinds=("P-ORDER",),
    start="order_state",
    intake=(
        Ask("order_state", otherwise("tried")),
        self_help("tried", then="sold_by"),
        *WHO_SOLD_IT,
    ),
    shared=CHANNEL_GRAPH,
    questions=QUESTIONS,
    follows=SELLER_KNOWN,
    volunteered=("item", "ordered", "window", "files"),
    wants=ORDER_WANTS,
    messages=parts.by_channel(
        chat=_CHAT, call=_CALL, to_seller=_TO_SELLER, email=_EMAIL, claim=parts.claim("order.claim", _PROBLEM)
    ),
    first_steps=(Part("step.order_page", NOT_TRIED),),
    words={"tried": "order_page", "solved": "goods", "email_solved": "goods"},
)
"""The decision for an order that does not get on as it should."""
