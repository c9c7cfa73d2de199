"""An amount of money as a language writes it, with the locale's own currency."""

from skill.wording.catalog import Catalog
from skill.wording.fill import fill


def money_words(said: Catalog, amount: str) -> str:
    """The amount in words. ``amount`` has a point before the cents, or none: ``49.99``, ``12``."""
    whole, _, cents = amount.partition(".")
    id_ = "money" if cents else "money.whole"
    return fill(id_, said.message(id_), {"whole": whole, "cents": cents})
