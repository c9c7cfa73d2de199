"""What a matcher made of an utterance."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tools.hearing.utterances import Utterance


class Result(NamedTuple):
    """An utterance with the intent that was heard.

    ``wrong_slots``: what the wrong slots of that intent hold, by name.
    ``because``: tells people what the matcher went by.
    """

    utterance: Utterance
    held_back: bool
    intent: str
    wrong_slots: Mapping[str, str]
    because: Callable[[], str]

    @property
    def intent_right(self) -> bool:
        """Whether the intent is one of the acceptable ones."""
        return self.intent in self.utterance.intent

    @property
    def right(self) -> bool:
        """Whether intent and slots are right."""
        return self.intent_right and not self.wrong_slots
