"""An item that arrived damaged, faulty, poor or wrong: evidence before anything else, then the channel graph."""

from skill.decision.condition import Both, Either, Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Follows, Model, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import CHANNEL_GRAPH, ORDER_WANTS
from skill.decision.models.intake import NOT_TRIED, SELLER_KNOWN, WHO_SOLD_IT, self_help
from skill.decision.models.questions import QUESTIONS

_ITEM = Part("damaged.item")
_PROBLEM = (_ITEM, *parts.MATTERS)
_EVIDENCE = Is("tried", "yes", "no")
"""Photos that are there, or will be: both were asked for before anything else."""
_THERE_AND_NOT_RIGHT = Is("matter", "damaged", "faulty", "poor", "wrong")
_DETAILS = (Part("damaged.details", _THERE_AND_NOT_RIGHT),)
_DONE = (Part("done.photos_taken", Is("tried", "yes")), parts.WINDOW_CLOSED)
_ASK = (
    Part("damaged.ask", Either(_THERE_AND_NOT_RIGHT, Is("matter", "refund", "other"), Unknown("matter"))),
    Part("seller.ask_missing", Is("matter", "missing")),
)

_CHAT = parts.chat("damaged.chat", (parts.ORDER_PROBLEM, *_PROBLEM, parts.ORDERED_ON), _DONE, _ASK, details=_DETAILS)
_CALL = parts.call("damaged.call", (parts.ORDER_PROBLEM, *_PROBLEM), _ASK)
_EMAIL = parts.email(
    "damaged.email",
    (parts.ORDER_PLACED, *_PROBLEM),
    (parts.WINDOW_CLOSED,),
    _ASK,
    details=_DETAILS,
    subject=Part("damaged.subject"),
    attached=Part("damaged.attached", Either(Is("files", "yes"), _EVIDENCE)),
)
_TO_SELLER = parts.to_seller("damaged.seller", parts.MATTERS, _DONE, _ASK, details=_DETAILS)

DAMAGED_ITEM = Model(
    id="damaged_item",
    version=1,
    kinds=("P-DAMAGED",),
    start="item",
    intake=(
        Ask("item", otherwise("matter")),
        Ask("matter", otherwise("tried")),
        self_help("tried", then="sold_by"),
        *WHO_SOLD_IT,
    ),
    shared=CHANNEL_GRAPH,
    questions=QUESTIONS,
    follows=(
        *SELLER_KNOWN,
        # The photos are the evidence that is asked for first, so nobody is asked for them twice. They go to a
        # seller with the message: it needs no email to Amazon for them.
        Follows(Both(_EVIDENCE, Is("sold_by", "seller")), "files", "no"),
        Follows(_EVIDENCE, "files", "yes"),
        Follows(Is("files", "yes"), "tried", "yes"),
        Follows(Is("files", "no"), "tried", "no"),
    ),
    volunteered=("ordered", "window", "files"),
    wants=ORDER_WANTS,
    messages=parts.by_channel(
        chat=_CHAT, call=_CALL, to_seller=_TO_SELLER, email=_EMAIL, claim=parts.claim("damaged.claim", _PROBLEM)
    ),
    first_steps=(
        Part("step.take_photos", NOT_TRIED),
        Part("step.attach_photos", _EVIDENCE),
        Part("step.keep_packaging"),
    ),
    words={"matter": "damage", "tried": "photos", "solved": "goods", "email_solved": "goods"},
)
"""The decision for an item that is there, and not as it should be."""
