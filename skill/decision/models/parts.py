"""Parts of messages that several decisions share, each with the condition that makes it true."""

from skill.decision.condition import Both, Either, Is, Known, Unknown
from skill.decision.message import Message, Part

GREETING = Part("greeting")
ORDER_PROBLEM = Part("order_problem")
CLOSING = Part("closing")
REGARDS = Part("regards")
ORDER_PLACED = Part("order_placed")
ORDER_FROM_YOU = Part("order_from_you")

ORDERED_ON = Part("ordered_on", Known("ordered"))
"""Left out of short messages when the date was not said; letters show it as a placeholder instead."""
ITEM = Part("item_is", Known("item"))
"""Left out of messages about an order that is known by its number alone."""

ADDRESS_CHECKED = Part("done.address_checked", Is("checked", "yes"))
WINDOW_CLOSED = Part("done.window_closed", Both(Is("sold_by", "seller"), Is("window", "closed")))
ATTACHED_PROOF = Part("attached_proof", Is("files", "yes"))

MATTERS = (
    *(
        Part(f"matter.{matter}", Is("matter", matter))
        for matter in ("missing", "damaged", "faulty", "poor", "wrong", "refund")
    ),
    Part("matter.other", Either(Is("matter", "other"), Unknown("matter"))),
)
"""What is wrong with an order."""

_WROTE_TO_THE_SELLER = Either(Is("urgent", "no"), Unknown("urgent"))
_WENT_TO_AMAZON = Is("urgent", "yes")
"""Who was in a hurry was sent to Amazon at once, and asked only later whether the seller answered."""

HISTORY = (
    Part("done.seller_silent", Both(Is("seller_answered", "no"), _WROTE_TO_THE_SELLER)),
    Part("done.seller_silent_too", Both(Is("seller_answered", "no"), _WENT_TO_AMAZON)),
    Part("done.seller_no_help", Both(Is("seller_answered", "yes"), Is("solved", "no"), _WROTE_TO_THE_SELLER)),
    Part("done.seller_no_help_either", Both(Is("seller_answered", "yes"), Is("solved", "no"), _WENT_TO_AMAZON)),
    Part("done.amazon_silent", Is("amazon_answered", "no")),
    Part("done.amazon_no_help", Both(Is("amazon_answered", "yes"), Is("solved", "no"))),
    Part("done.email_silent", Is("email_answered", "no")),
    Part("done.email_no_help", Both(Is("email_answered", "yes"), Is("email_solved", "no"))),
    Part(
        "ticket_numbers",
        Either(Known("ticket"), Is("amazon_answered", "yes", "no"), Is("email_answered", "yes", "no")),
    ),
)
"""What was tried before, true to what the person told us, for every message that goes further up."""

Parts = tuple[Part, ...]
Messages = dict[tuple[str, str], Message]
"""Messages by outcome and channel."""


def chat(id_: str, problem: Parts, tried: Parts, ask: Parts, *, details: Parts = ()) -> Message:
    """A short message for a chat: the problem, what was tried, and what is asked for."""
    return Message(id_, ((GREETING,), problem, details, (*tried, *HISTORY), ask))


def call(id_: str, problem: Parts, ask: Parts) -> Message:
    """What to say on the phone, in one to three sentences."""
    return Message(id_, ((*problem, *ask),))


def to_seller(id_: str, problem: Parts, tried: Parts, ask: Parts, *, details: Parts = ()) -> Message:
    """A message to the seller of an order."""
    return Message(id_, ((GREETING,), (ORDER_FROM_YOU, *problem, ORDERED_ON), details, tried, ask, (CLOSING,)))


def email(
    id_: str, problem: Parts, tried: Parts, ask: Parts, *, subject: Part, attached: Part, details: Parts = ()
) -> Message:
    """A full letter: the problem, every step that was taken, what is asked for, and what is attached."""
    paragraphs = ((GREETING,), problem, details, (*tried, *HISTORY), ask, (attached,), (REGARDS,))
    return Message(id_, paragraphs, subject=subject)


def claim(id_: str, problem: Parts) -> Message:
    """The written claim in Your Orders: the problem, what was tried, and what is asked for at last."""
    return Message(id_, ((ORDER_PROBLEM, *problem), HISTORY, (Part("ask.claim"),)))


def senior(id_: str, problem: Parts) -> Message:
    """What to say when asking for a senior support manager: the problem, what was tried, and what is asked for."""
    return Message(id_, (problem, HISTORY, (Part("ask.senior"),)))


def by_channel(*, chat: Message, call: Message, to_seller: Message, email: Message, claim: Message) -> Messages:
    """Where each message of an order stands in the channel graph."""
    return {
        ("call_or_chat", "C-CHAT"): chat,
        ("call_or_chat", "C-CALLBACK"): call,
        ("chat_or_seller", "C-CHAT"): chat,
        ("chat_or_seller", "C-SELLER"): to_seller,
        ("email", "C-EMAIL"): email,
        ("claim", "C-ORDERS-FORM"): claim,
    }


def by_channel_without_order(*, chat: Message, call: Message, email: Message, senior: Message) -> Messages:
    """Where each message stands in the channel graph of what has no order."""
    return {
        ("call_or_chat", "C-CHAT"): chat,
        ("call_or_chat", "C-CALLBACK"): call,
        ("chat_or_seller", "C-CHAT"): chat,
        ("email", "C-EMAIL"): email,
        ("senior", "C-CALLBACK"): senior,
    }
