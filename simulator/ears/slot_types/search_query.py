"""AMAZON.SearchQuery: free text of any length; what surrounds it in the sample says where it begins and ends."""

import sys
from collections.abc import Sequence
from datetime import date

from simulator.ears.slot_types.slot_type import Reading
from simulator.ears.words import Word


class SearchQuery:
    """At least one word; it knows no words of its own."""

    longest = 0
    unknown = sys.maxsize

    def read(self, words: Sequence[Word], start: int, today: date) -> tuple[Reading, ...]:  # noqa: ARG002
        """Nothing is known beforehand."""
        return ()
