"""What Case Compass can say in one language, and what of it reached somebody."""

from simulator.case_compass.words_said import WordsSaid, all_messages
from simulator.under_test.endpoint import Endpoint


class OwnWords:
    """The messages of a locale's language; ``endpoint`` is the skill, overheard."""

    def __init__(self, endpoint: Endpoint, locale: str) -> None:
        self.endpoint = WordsSaid(endpoint)
        self.all = all_messages(locale[:2])

    @property
    def said(self) -> set[str]:
        """The ids that were spoken, written on a card or put into a reminder so far."""
        return self.endpoint.messages
