"""Short ways to read words with one of Amazon's slot types."""

from datetime import date

from simulator.ears.slot_types.catalogue import built_in
from simulator.ears.words import split

TODAY = date(2026, 11, 17)
"""A Tuesday."""


def read(type_name: str, said: str, locale: str = "en-US", today: date = TODAY) -> str | None:
    """What the type reports for these words, all of them; None when it does not know them."""
    words = split(said)
    readings = built_in(type_name, locale).read(words, 0, today) if words else ()
    return next((reading.value for reading in readings if reading.end == len(words)), None)
