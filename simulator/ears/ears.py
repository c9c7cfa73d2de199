"""The ears: one utterance in, one intent with its slots out.

Hearing never raises: it asks its stages in order and ends with AMAZON.FallbackIntent. Which of several matches wins
is the ladder's business (ladder.py); what no sample holds is compared by similarity, unless the ears are strict.
"""

from datetime import date

from simulator.ears.compiled import Compiled
from simulator.ears.heard import FALLBACK_INTENT, Heard, fallback
from simulator.ears.listening import Elicitation, Listening, Stage
from simulator.ears.number_not_understood import NumberNotUnderstood
from simulator.ears.similarity.stage import Similar
from simulator.ears.templates import Templates
from simulator.ears.words import split
from simulator.models.interaction_model import InteractionModel

__all__ = ["FALLBACK_INTENT", "Ears", "Elicitation"]

SKILL_ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"


class Ears:
    """Hears utterances of one locale as its interaction model has them."""

    def __init__(
        self, model: InteractionModel, locale: str, *, skill_id: str = SKILL_ID, strict: bool = False
    ) -> None:
        """Compile the model. Raises CannotHear for a locale, slot type or sample that is beyond these ears.

        ``strict``: leave what no sample holds to the fallback.
        """
        compiled = Compiled.of(model, locale, skill_id)
        self._slots = {
            Elicitation(intent, slot) for intent, slots in compiled.slots.types_of.items() for slot in slots
        }
        self._stages: tuple[Stage, ...] = (Templates(compiled), NumberNotUnderstood(model))
        self.strict = strict
        self._similar = None if strict else Similar(compiled)

    def hear(self, utterance: str, *, today: date, eliciting: Elicitation | None = None) -> Heard:
        """What an utterance means on this day. An elicitation of a slot that the model lacks is not heeded."""
        heeded = eliciting if eliciting in self._slots else None
        listening = Listening(utterance, split(utterance), today, heeded)
        answers = (stage.hear(listening) for stage in self._stages)
        heard = next((answer for answer in answers if answer), None)
        if self._similar and (heard is None or heard.is_guess):
            heard = self._similar.hear(listening, heard)
        return heard or fallback()
