"""The channel graph: urgency and files choose the channel, and an answer that never comes leads further up.

Every decision walks through this one drawing. Its edges of origin GUIDE are the published guidance ("urgent: call or
chat; files: email; otherwise chat or the seller; no answer from the seller: escalate by email"). The edges of origin
OWN complete it in the same spirit: what follows the leaves when their time is over, that the seller is asked about
only where one is involved, that "solved" is asked, not assumed, and that an order ends in a written claim, anything
else with a senior support manager.
"""

from skill.decision.condition import Always, Both, Either, Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Node, Origin, Outcome, Pick, Rule, Step, Wait, Want, otherwise

SELLER_HOURS = 48
"""A marketplace seller should answer within 24 to 48 hours."""
EMAIL_HOURS = 48
"""Email is usually answered within 24 to 48 business hours."""
CHAT_HOURS = 24
"""Our own: a chat is answered at once, but a day shows whether what was promised there happens."""

_THIRD_PARTY = Is("sold_by", "seller")
_DIRECT_TO_AMAZON = Is("window", "closed")
_SELLER_FIRST = Both(_THIRD_PARTY, Either(Is("window", "open"), Unknown("window")))
_AMAZON_AT_ONCE = Either(_DIRECT_TO_AMAZON, Is("sold_by", "amazon"), Unknown("sold_by"))
_BY_PHONE = Is("contact_by", "call")
_IN_WRITING = Either(Is("contact_by", "chat"), Unknown("contact_by"))


def _after_the_wait(seller_asked: Origin) -> tuple[Rule, ...]:
    return (
        Rule(_DIRECT_TO_AMAZON, "amazon_answered", Origin.OWN),
        Rule(_THIRD_PARTY, "seller_answered", seller_asked),
        otherwise("amazon_answered", Origin.OWN),
    )


KEEP_RECORDS = (Part("step.keep_ticket"), Part("step.keep_copy"))

_CHOOSING: tuple[Node, ...] = (
    Ask("urgent", Rule(Is("urgent", "yes"), "call_or_chat"), otherwise("files")),
    Ask("files", Rule(Is("files", "yes"), "email"), otherwise("chat_or_seller")),
    Outcome(
        "call_or_chat",
        picks=(Pick(_BY_PHONE, "C-CALLBACK"), Pick(Always(), "C-CHAT")),
        steps=(
            Part("step.past_the_bot", _IN_WRITING),
            Part("step.call_instead", _IN_WRITING),
            Part("step.phone_at_hand", _BY_PHONE),
            Part("step.dial_instead", _BY_PHONE),
            *KEEP_RECORDS,
            Part("step.copy_of_chat", _IN_WRITING),
        ),
        wait=Wait("amazon", CHAT_HOURS),
        rules=_after_the_wait(Origin.GUIDE),
    ),
    Outcome(
        "chat_or_seller",
        picks=(
            Pick(_DIRECT_TO_AMAZON, "C-CHAT"),
            Pick(_THIRD_PARTY, "C-SELLER"),
            Pick(Always(), "C-CHAT"),
        ),
        steps=(
            Part("step.seller_then_amazon", _SELLER_FIRST),
            Part("step.past_the_bot", _AMAZON_AT_ONCE),
            *KEEP_RECORDS,
            Part("step.copy_of_chat", _AMAZON_AT_ONCE),
        ),
        wait=Wait("seller or amazon", SELLER_HOURS),
        rules=_after_the_wait(Origin.OWN),
    ),
)

_ESCALATING: tuple[Node, ...] = (
    Ask("seller_answered", Rule(Is("seller_answered", "yes"), "solved"), otherwise("escalate")),
    Ask(
        "amazon_answered",
        Rule(Is("amazon_answered", "yes"), "solved", Origin.OWN),
        otherwise("escalate", Origin.OWN),
    ),
    Ask("solved", Rule(Is("solved", "yes"), "settled_by", Origin.OWN), otherwise("escalate", Origin.OWN)),
    Ask("settled_by", otherwise("closed", Origin.OWN)),
    Step("escalate", otherwise("email")),
    Outcome(
        "email",
        picks=(Pick(Always(), "C-EMAIL"),),
        steps=(
            Part("step.own_address"),
            Part("step.attach_files", Is("files", "yes")),
            Part("step.attach_correspondence", Is("seller_answered", "yes", "no")),
            Part("step.attach_correspondence", Is("amazon_answered", "yes", "no")),
            Part("step.spam_folder"),
            *KEEP_RECORDS,
        ),
        wait=Wait("amazon", EMAIL_HOURS),
        rules=(otherwise("email_answered", Origin.OWN),),
    ),
    Outcome("closed", solved=True),
)


def _at_last(node: str) -> tuple[Node, ...]:
    return (
        Ask(
            "email_answered",
            Rule(Is("email_answered", "yes"), "email_solved", Origin.OWN),
            otherwise(node, Origin.OWN),
        ),
        Ask("email_solved", Rule(Is("email_solved", "yes"), "settled_by", Origin.OWN), otherwise(node, Origin.OWN)),
    )


_CLAIM = Outcome(
    "claim",
    picks=(Pick(Always(), "C-ORDERS-FORM"),),
    steps=(Part("step.ask_for_senior"), Part("step.copy_earlier"), *KEEP_RECORDS),
)
_SENIOR = Outcome(
    "senior",
    picks=(Pick(Always(), "C-CALLBACK"),),
    steps=(Part("step.ask_for_senior"), Part("step.copy_earlier"), *KEEP_RECORDS),
)

CHANNEL_GRAPH: tuple[Node, ...] = (*_CHOOSING, *_ESCALATING, *_at_last("claim"), _CLAIM)
"""The shared nodes for orders. A decision's own intake leads into ``urgent``, or straight to a later node."""
CHANNEL_GRAPH_WITHOUT_ORDER: tuple[Node, ...] = (*_CHOOSING, *_ESCALATING, *_at_last("senior"), _SENIOR)
"""The same for what has no order to file a claim for: accounts, gift cards, charges, fraud."""

SETTLED_IN_WRITING = {"settled_by": "written"}
"""What holds where nothing is sent or paid back: the question whether it is solved names what settles it."""

WITHOUT_ORDER = {"sold_by": "amazon", "window": "open", **SETTLED_IN_WRITING}
"""What holds where there is no order: it is Amazon's own matter, and no return window closes."""

SECURE_NOW = Outcome(
    "secure_now",
    picks=(Pick(Always(), "C-CALLBACK"),),
    steps=(
        Part("step.change_password"),
        Part("step.two_factor"),
        Part("step.real_page"),
        Part("step.tell_the_bank"),
        Part("step.no_secrets"),
        Part("step.keep_ticket"),
    ),
    wait=Wait("amazon", CHAT_HOURS),
    rules=(otherwise("amazon_answered", Origin.OWN),),
    alarm=True,
)
"""Somebody has got in, or may: secure the account, then the security team by a callback."""

CALL_BY_PREFERENCE = Want("contact_by")
"""Whether somebody in a hurry would rather talk or type."""
ORDER_NUMBER_IN_WRITING = Want("order_number", _IN_WRITING)
"""A call needs no number read out to us first: the person has it before them."""

ORDER_WANTS = {
    "call_or_chat": (CALL_BY_PREFERENCE, ORDER_NUMBER_IN_WRITING),
    "chat_or_seller": (Want("order_number"),),
    "email": (Want("order_number"), Want("ordered")),
}
"""What an order's messages can't well do without, by outcome."""
