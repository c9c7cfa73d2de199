"""The last of the strict stage: an elicited number that was said in words which are none is reported as "?"."""

from simulator.ears.heard import ELICITED_SLOT, Heard, HeardSlot
from simulator.ears.listening import Listening
from simulator.ears.words import said
from simulator.models.interaction_model import InteractionModel

_WORDS_AT_MOST = 3
_NUMBERS = ("AMAZON.NUMBER", "AMAZON.FOUR_DIGIT_NUMBER")


class NumberNotUnderstood:
    """Takes up to three words ("quite a few") for the elicited number; more is a sentence and no number."""

    def __init__(self, model: InteractionModel) -> None:
        self._slots = {
            intent.name: {slot.name: slot.type for slot in intent.slots} for intent in model.language_model.intents
        }

    def hear(self, listening: Listening) -> Heard | None:
        """The eliciting intent with "?", or None when no number is elicited."""
        eliciting = listening.eliciting
        if not eliciting or not 1 <= len(listening.words) <= _WORDS_AT_MOST:
            return None
        slots = self._slots[eliciting.intent]
        if slots[eliciting.slot] not in _NUMBERS:
            return None
        heard = {name: HeardSlot(name) for name in slots}
        heard[eliciting.slot] = HeardSlot(eliciting.slot, "?", said(listening.utterance, listening.words))
        return Heard(eliciting.intent, heard, ELICITED_SLOT)
