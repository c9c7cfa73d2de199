"""A message to a marketplace seller: a question before buying, or a matter with an order."""

from skill.decision.check import drawn
from skill.decision.condition import Always, Both, Either, Is, Known, Unknown
from skill.decision.message import Message, Part
from skill.decision.model import Ask, Model, Origin, Outcome, Pick, Rule, Wait, Want, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import CHANNEL_GRAPH, SELLER_HOURS
from skill.decision.models.questions import QUESTIONS

_MATTER = tuple(
    Part(f"seller.matter_{matter}", Is("matter", matter)) for matter in ("missing", "damaged", "wrong", "refund")
)
_OTHER_MATTER = Part("seller.matter_other", Either(Is("matter", "other"), Unknown("matter")))
_MATTERS = (*_MATTER, _OTHER_MATTER)
_WANTED = (
    Part("seller.ask_missing", Is("matter", "missing")),
    Part("seller.ask_exchange", Is("matter", "damaged", "wrong")),
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
_TO_SELLER = Message(
    "seller.order",
    ((parts.GREETING,), (Part("order_from_you"), *_MATTERS, parts.ORDERED_ON), _WANTED, (parts.CLOSING,)),
)
_CHAT = Message(
    "seller.chat",
    (
        (parts.GREETING,),
        (parts.ORDER_PROBLEM, Part("seller.bought_from_seller"), *_MATTERS, parts.ORDERED_ON),
        (*parts.HISTORY, Part("done.window_closed", Is("window", "closed"))),
        (Part("seller.ask_amazon"),),
    ),
)
_EMAIL = Message(
    "seller.email",
    (
        (parts.GREETING,),
        (Part("order_placed"), Part("seller.bought_from_seller"), *_MATTERS),
        (*parts.HISTORY, Part("done.window_closed", Is("window", "closed"))),
        (Part("seller.ask_amazon"),),
        (Part("attached_proof", Is("files", "yes")),),
        (parts.REGARDS,),
    ),
    subject=Part("seller.subject"),
)

CONTACT_SELLER = drawn(
    Model(
        id="contact_seller",
        version=1,
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
        implied={
            "seller_answered": ("contacted", "yes"),
            "contacted": ("stage", "after"),
            "matter": ("stage", "after"),
            "order_number": ("stage", "after"),
            "ordered": ("stage", "after"),
            "topic": ("stage", "before"),
            "days": ("buying", "yes"),
            "buying": ("stage", "before"),
            "question": ("stage", "before"),
        },
        volunteered=("ordered",),
        wants={
            "ask_seller": (Want("item"),),
            "call_or_chat": (Want("order_number"),),
            "chat_or_seller": (Want("order_number"),),
            "email": (Want("order_number"), Want("ordered")),
        },
        messages={
            ("ask_seller", "C-SELLER"): _QUESTION,
            ("call_or_chat", "C-CHAT"): _CHAT,
            ("chat_or_seller", "C-CHAT"): _CHAT,
            ("chat_or_seller", "C-SELLER"): _TO_SELLER,
            ("email", "C-EMAIL"): _EMAIL,
            ("claim", "C-ORDERS-FORM"): parts.claim("seller.claim", (Part("seller.bought_from_seller"), *_MATTERS)),
        },
    )
)
"""The decision for a person who wants to reach a seller."""
