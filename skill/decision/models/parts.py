"""Parts of messages that several decisions share, each with the condition that makes it true."""

from skill.decision.condition import Both, Either, Is, Known
from skill.decision.message import Message, Part

GREETING = Part("greeting")
ORDER_PROBLEM = Part("order_problem")
CLOSING = Part("closing")
REGARDS = Part("regards")

ORDERED_ON = Part("ordered_on", Known("ordered"))
"""Left out of short messages when the date was not said; letters show it as a placeholder instead."""

ADDRESS_CHECKED = Part("done.address_checked", Is("checked", "yes"))

HISTORY = (
    Part("done.seller_silent", Is("seller_answered", "no")),
    Part("done.seller_no_help", Both(Is("seller_answered", "yes"), Is("solved", "no"))),
    Part("done.amazon_silent", Is("amazon_answered", "no")),
    Part("done.amazon_no_help", Both(Is("amazon_answered", "yes"), Is("solved", "no"))),
    Part("done.email_silent", Is("email_answered", "no")),
    Part("done.email_no_help", Both(Is("email_answered", "yes"), Is("email_solved", "no"))),
    Part("ticket_numbers", Either(Is("amazon_answered", "yes", "no"), Is("email_answered", "yes", "no"))),
)
"""What was tried before, true to what the person told us, for every message that goes further up."""


def claim(id_: str, problem: tuple[Part, ...]) -> Message:
    """The written claim in Your Orders: the problem, what was tried, and what is asked for at last."""
    return Message(id_, ((ORDER_PROBLEM, *problem), HISTORY, (Part("ask.claim"),)))
