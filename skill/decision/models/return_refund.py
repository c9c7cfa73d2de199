"""A return that is refused or not offered, or a refund that does not come: the policy first, then the graph."""

from skill.decision.condition import Either, Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Model, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import CHANNEL_GRAPH, ORDER_WANTS
from skill.decision.models.intake import NOT_TRIED, SELLER_KNOWN, WHO_SOLD_IT, self_help
from skill.decision.models.questions import QUESTIONS

_KNOWN_STATES = ("refused", "impossible", "refund_missing", "wanted")
_NO_REFUND_YET = Either(Is("return_state", "refused", "impossible", "wanted"), Unknown("return_state"))
_STATES = (
    *(Part(f"return.{state}", Is("return_state", state)) for state in _KNOWN_STATES),
    Part("return.unclear", Unknown("return_state")),
)
_PROBLEM = (parts.ITEM, *_STATES)
_REQUEST = (Part("return.request", Either(Is("return_state", "refused", "refund_missing"), Unknown("return_state"))),)
_DONE = (Part("done.policy_read", Is("tried", "yes")), parts.WINDOW_CLOSED)
_ASK = (
    Part("return.ask_refund", Is("return_state", "refund_missing")),
    Part("return.ask_progress", _NO_REFUND_YET),
)
_ASK_AMAZON = (Part("return.ask"),)

_CHAT = parts.chat(
    "return.chat", (parts.ORDER_PROBLEM, *_PROBLEM, parts.ORDERED_ON), _DONE, _ASK_AMAZON, details=_REQUEST
)
_CALL = parts.call("return.call", (parts.ORDER_PROBLEM, *_PROBLEM), _ASK_AMAZON)
_EMAIL = parts.email(
    "return.email",
    (parts.ORDER_PLACED, *_PROBLEM),
    _DONE,
    _ASK_AMAZON,
    details=_REQUEST,
    subject=Part("return.subject"),
    attached=parts.ATTACHED_PROOF,
)
_TO_SELLER = parts.to_seller("return.seller", _STATES, _DONE, _ASK, details=_REQUEST)

RETURN_REFUND = Model(
    id="return_refund",
    version=1,
    kinds=("P-RETURN",),
    start="return_state",
    intake=(
        Ask("return_state", otherwise("tried")),
        self_help("tried", then="sold_by"),
        *WHO_SOLD_IT,
    ),
    shared=CHANNEL_GRAPH,
    questions=QUESTIONS,
    follows=SELLER_KNOWN,
    volunteered=("item", "ordered", "window", "files"),
    wants=ORDER_WANTS,
    messages=parts.by_channel(
        chat=_CHAT,
        call=_CALL,
        to_seller=_TO_SELLER,
        email=_EMAIL,
        claim=parts.claim("return.claim", (*_PROBLEM, *_REQUEST)),
    ),
    first_steps=(
        Part("step.read_policy", NOT_TRIED),
        Part("step.return_request"),
    ),
    words={"tried": "policy", "solved": "goods", "email_solved": "goods"},
)
"""The decision for a return or a refund that does not go through."""
