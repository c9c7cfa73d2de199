"""A message to a marketplace seller: a question before buying, or a matter with an order."""

from skill.decision.condition import Always, Both, Either, Is, Known, Unknown
from skill.decision.message import Message, Part
from skill.decision.model import Ask, Follows, Model, Origin, Outcome, Pick, Rule, Wait, Want, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import CHANNEL_GRAPH, ORDER_WANTS, SELLER_HOURS
from skill.decision.models.questions import QUESTIONS

_WANTED = (
    Part("seller.ask_missing", Is("matter", "missing")),
    Part("seller.ask_exchange", Is("matter", "damaged", "faulty", "poor", "wrong")),
    Part("seller.ask_refund", Is("matter", "refund")),
    Part("seller.ask_answer", Either(Is("matter", "other"), Unknown("matter"))),
)

_QUESTION = Message(
    "seller.question",
    (
        (parts.GREETING,),
        (Part("seller.interested"), Part("seller.my_question")),
        (
            Part("seller.buys_within", Both(Is("buying", "yes"), Known("days"))),
            Part("seller.buys", Both(Is("buying", "yes"), Unknown("days"))),
            Part("seller.not_decided", Either(Is("buying", "no"), Unknown("buying"))),
        ),
        (parts.CLOSING,),
    ),
)
_BOUGHT = Part("seller.bought_from_seller")
_ASK = (Part("seller.ask_amazon"),)
_DONE = (parts.WINDOW_CLOSED,)

_TO_SELLER = parts.to_seller("seller.order", parts.MATTERS, (), _WANTED)
_CHAT = parts.chat("seller.chat", (parts.ORDER_PROBLEM, _BOUGHT, *parts.MATTERS, parts.ORDERED_ON), _DONE, _ASK)
_CALL = parts.call("seller.call", (parts.ORDER_PROBLEM, _BOUGHT, *parts.MATTERS), _ASK)
_EMAIL = parts.email(
    "seller.email",
    (parts.ORDER_PLACED, _BOUGHT, *parts.MATTERS),
    _DONE,
    _ASK,
    subject=Part("seller.subject"),
    attached=parts.ATTACHED_PROOF,
)

CONTACT_SELLER = Model(
    id="contact_seller",
    version=2,
    kinds=("P-SELLER-PRE", "P-SELLER-POST"),
    start="stage",
    intake=(
        Ask("stage", Rule(Is("stage", "before"), "topic"), otherwise("item")),
        # Before buying: the question, and how serious it is.
        Ask("topic", otherwise("question")),
        Ask("question", otherwise("buying")),
        Ask("buying", Rule(Is("buying", "yes"), "days", Origin.OWN), otherwise("ask_seller")),
        Ask("days", otherwise("ask_seller")),
        Outcome(
            "ask_seller",
            picks=(Pick(Always(), "C-SELLER"),),
            steps=(Part("step.question_before_buying"), Part("step.other_sellers")),
            wait=Wait("seller", SELLER_HOURS),
        ),
        # With an order: the seller first, Amazon when the seller is silent or the return window is over.
        Ask("item", otherwise("matter")),
        Ask("matter", otherwise("contacted")),
        Ask("contacted", Rule(Is("contacted", "yes"), "seller_answered"), otherwise("window")),
        Ask("window", Rule(Is("window", "closed"), "urgent"), otherwise("chat_or_seller")),
    ),
    shared=CHANNEL_GRAPH,
    questions=QUESTIONS,
    given={"sold_by": "seller"},
    follows=(
        Follows(Known("seller_answered"), "contacted", "yes"),
        *(Follows(Known(told), "stage", "after") for told in ("contacted", "matter", "order_number", "ordered")),
        Follows(Known("days"), "buying", "yes"),
        *(Follows(Known(told), "stage", "before") for told in ("topic", "buying", "question")),
    ),
    volunteered=("ordered",),
    wants={"ask_seller": (Want("item"),), **ORDER_WANTS},
    messages={
        ("ask_seller", "C-SELLER"): _QUESTION,
        **parts.by_channel(
            chat=_CHAT,
            call=_CALL,
            to_seller=_TO_SELLER,
            email=_EMAIL,
            claim=parts.claim("seller.claim", (_BOUGHT, *parts.MATTERS)),
        ),
    },
    words={"solved": "goods", "email_solved": "goods"},
)
"""The decision for a person who wants to reach a seller."""
