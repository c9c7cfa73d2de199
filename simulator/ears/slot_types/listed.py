"""Amazon's own lists (AMAZON.City, AMAZON.FirstName, AMAZON.Color ...): the words said, as they are.

The lists are not published, so every word may be a value here. On Alexa they are no closed lists either: a word that
Amazon does not list may come through. A list that the model extends under ``types`` is a custom type (custom.py).
"""

from collections.abc import Sequence
from datetime import date

from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word


class Listed:
    """At least one word; it knows none, and reports no entity resolution."""

    longest = 0

    def __init__(self, unknown: int) -> None:
        self.unknown = unknown

    def read(self, words: Sequence[Word], start: int, today: date) -> tuple[Reading, ...]:  # noqa: ARG002
        """Nothing is known beforehand."""
        return ()
