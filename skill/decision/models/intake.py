"""Pieces of intake that several decisions about an order share."""

from skill.decision.condition import Either, Is, Known, Unknown
from skill.decision.model import Ask, Follows, Node, Origin, Rule, otherwise

NOT_TRIED = Either(Is("tried", "no"), Unknown("tried"))
"""The step was not taken, as far as we know: it is the first one on the card then."""


def self_help(question: str, then: str) -> Ask:
    """The one step that is most likely to solve it, before anybody is contacted."""
    return Ask(question, Rule(Is(question, "solved"), "closed", Origin.OWN), otherwise(then))


WHO_SOLD_IT: tuple[Node, ...] = (
    Ask("sold_by", Rule(Is("sold_by", "seller"), "contacted"), otherwise("urgent")),
    Ask("contacted", Rule(Is("contacted", "yes"), "seller_answered"), otherwise("urgent")),
)
"""A third-party order goes to the seller first; who has had no answer there goes further up."""

SELLER_KNOWN = (
    Follows(Known("seller_answered"), "contacted", "yes"),
    Follows(Known("contacted"), "sold_by", "seller"),
)
"""Who has heard from a seller, or not, has written to one; and who can say so bought from one."""
