"""The ears: one utterance in, one intent with its slots out.

Hearing never raises and never guesses: it asks its stages in order and ends with AMAZON.FallbackIntent. Which of
several matches wins is the ladder's business (ladder.py).
"""

from datetime import date

from simulator.ears.heard import FALLBACK, Heard
from simulator.ears.languages import language_for
from simulator.ears.listening import Elicitation, Listening, Stage
from simulator.ears.number_not_understood import NumberNotUnderstood
from simulator.ears.slot_types.catalogue import slot_types_of
from simulator.ears.templates import Templates
from simulator.ears.words import split
from simulator.interaction_model import InteractionModel

__all__ = ["FALLBACK_INTENT", "Ears", "Elicitation"]

FALLBACK_INTENT = "AMAZON.FallbackIntent"
SKILL_ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"


class Ears:
    """Hears utterances of one locale as its interaction model has them."""

    def __init__(self, model: InteractionModel, locale: str, *, skill_id: str = SKILL_ID) -> None:
        """Compile the model. Raises CannotHear for a locale, slot type or sample that is beyond these ears."""
        language = language_for(locale)
        types = slot_types_of(model, language)
        self._slots = {
            Elicitation(intent.name, slot.name) for intent in model.language_model.intents for slot in intent.slots
        }
        self._stages: tuple[Stage, ...] = (
            Templates(model, language, types, f"amzn1.er-authority.echo-sdk.{skill_id}"),
            NumberNotUnderstood(model),
        )

    def hear(self, utterance: str, *, today: date, eliciting: Elicitation | None = None) -> Heard:
        """What an utterance means on this day. An elicitation of a slot that the model lacks is not heeded."""
        heeded = eliciting if eliciting in self._slots else None
        listening = Listening(utterance, split(utterance), today, heeded)
        answers = (stage.hear(listening) for stage in self._stages)
        return next((heard for heard in answers if heard), Heard(FALLBACK_INTENT, {}, FALLBACK))
