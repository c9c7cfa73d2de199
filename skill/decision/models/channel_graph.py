"""The channel graph: urgency and files choose the channel, and an answer that never comes leads further up.

Every decision about an order walks through this one drawing. Its edges of origin GUIDE are the published guidance
("urgent: call or chat; files: email; otherwise chat or the seller; no answer from the seller: escalate by email").
The edges of origin OWN complete it in the same spirit: what follows the leaves when their time is over, that the
seller is asked about only where one is involved, and that "solved" is asked, not assumed.
"""

from skill.decision.condition import Always, Both, Either, Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Node, Origin, Outcome, Pick, Rule, Step, Wait, otherwise

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


def _after_the_wait(seller_asked: Origin) -> tuple[Rule, ...]:
    return (
        Rule(_DIRECT_TO_AMAZON, "amazon_answered", Origin.OWN),
        Rule(_THIRD_PARTY, "seller_answered", seller_asked),
        otherwise("amazon_answered", Origin.OWN),
    )


_KEEP_RECORDS = (Part("step.keep_ticket"), Part("step.keep_copy"))

CHANNEL_GRAPH: tuple[Node, ...] = (
    Ask("urgent", Rule(Is("urgent", "yes"), "call_or_chat"), otherwise("files")),
    Ask("files", Rule(Is("files", "yes"), "email"), otherwise("chat_or_seller")),
    Outcome(
        "call_or_chat",
        picks=(Pick(Always(), "C-CHAT"),),
        steps=(Part("step.past_the_bot"), Part("step.call_instead"), *_KEEP_RECORDS),
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
            *_KEEP_RECORDS,
        ),
        wait=Wait("seller or amazon", SELLER_HOURS),
        rules=_after_the_wait(Origin.OWN),
    ),
    Ask("seller_answered", Rule(Is("seller_answered", "yes"), "solved"), otherwise("escalate")),
    Ask(
        "amazon_answered",
        Rule(Is("amazon_answered", "yes"), "solved", Origin.OWN),
        otherwise("escalate", Origin.OWN),
    ),
    Ask("solved", Rule(Is("solved", "yes"), "closed", Origin.OWN), otherwise("escalate", Origin.OWN)),
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
            *_KEEP_RECORDS,
        ),
        wait=Wait("amazon", EMAIL_HOURS),
        rules=(otherwise("email_answered", Origin.OWN),),
    ),
    Ask(
        "email_answered",
        Rule(Is("email_answered", "yes"), "email_solved", Origin.OWN),
        otherwise("claim", Origin.OWN),
    ),
    Ask("email_solved", Rule(Is("email_solved", "yes"), "closed", Origin.OWN), otherwise("claim", Origin.OWN)),
    Outcome(
        "claim",
        picks=(Pick(Always(), "C-ORDERS-FORM"),),
        steps=(Part("step.ask_for_senior"), Part("step.copy_earlier"), *_KEEP_RECORDS),
    ),
    Outcome("closed", solved=True),
)
"""The shared nodes. A decision's own intake leads into ``urgent``, or straight to a later node."""
